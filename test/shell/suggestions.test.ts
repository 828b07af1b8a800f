import { expect, test } from "vitest";
import { catalogue } from "../../src/intents/catalogue.ts";
import { suggestions } from "../../src/shell/suggestions.ts";

test("what was just said and not understood is not suggested", () => {
  const said = "wake me at half past six on weekdays";
  const given = suggestions(said, "en", catalogue, ["alarm_set"]);
  expect(given).toHaveLength(3);
  expect(given).not.toContain(said);
});
