import { packageFile } from "../package-file.ts";

/** The reflex model that comes with the shell. */
export const shippedModel = (): string => packageFile("reflex/reflex.gguf");
