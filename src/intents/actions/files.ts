import { defineDomain } from "./define-action.ts";
import { archiveCreate } from "./files/archive-create.ts";
import { archiveExtract } from "./files/archive-extract.ts";
import { diskUsage } from "./files/disk-usage.ts";
import { fileCopy } from "./files/file-copy.ts";
import { fileFind } from "./files/file-find.ts";
import { fileMove } from "./files/file-move.ts";
import { fileOpen } from "./files/file-open.ts";
import { fileRead } from "./files/file-read.ts";
import { fileRename } from "./files/file-rename.ts";
import { fileTrash } from "./files/file-trash.ts";
import { folderCreate } from "./files/folder-create.ts";

export const filesActions = defineDomain("files", [
  fileFind,
  fileOpen,
  fileRead,
  fileMove,
  fileCopy,
  fileRename,
  fileTrash,
  folderCreate,
  archiveCreate,
  archiveExtract,
  diskUsage,
]);
