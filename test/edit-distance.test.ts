import { expect, test } from "vitest";
import { editDistance } from "../src/edit-distance.ts";

test.each([
  ["", "", 0],
  ["", "abc", 3],
  ["kitchen", "kitchen", 0],
  ["kitchen", "kitcen", 1],
  ["kitchen", "kitchne", 1],
  ["report", "raport", 1],
  ["sitting", "kitten", 3],
  ["牙医", "牙", 1],
])("%s and %s differ in %i", (a, b, distance) => {
  expect(editDistance(a, b)).toBe(distance);
  expect(editDistance(b, a)).toBe(distance);
});
