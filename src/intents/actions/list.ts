import { defineDomain } from "./define-action.ts";
import { listAdd } from "./list/list-add.ts";
import { listClear } from "./list/list-clear.ts";
import { listCreate } from "./list/list-create.ts";
import { listRead } from "./list/list-read.ts";
import { listRemove } from "./list/list-remove.ts";

export const listActions = defineDomain("list", [listAdd, listRemove, listRead, listCreate, listClear]);
