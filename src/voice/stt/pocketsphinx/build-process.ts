/** The process that builds a speech model, so that its seconds of one core hold nobody up. One message with the wishes; one answer. */
import { setPriority } from "node:os";
import { buildModel, type ModelWishes } from "./build-model.ts";

setPriority(10);

process.once("message", async (wishes: ModelWishes) => {
  const answer = await buildModel(wishes).then(
    (folder) => ({ folder }),
    (error: Error & { code?: string; remedy?: string }) => ({ message: error.message, code: error.code, remedy: error.remedy }),
  );
  process.send?.(answer, () => process.disconnect());
});
