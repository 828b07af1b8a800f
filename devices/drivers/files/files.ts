/**
 * Files under the person's home folder. Paths are absolute. Every method refuses, with FILE_OUTSIDE_HOME, a path that
 * leaves the home folder once its links are followed, and none ever overwrites: FILE_EXISTS. Long work ends when its
 * signal aborts, and what it had half written is removed.
 */
export interface FilesDriver {
  readonly backend: string;
  /** Absolute and real. */
  readonly home: string;
  /** @throws ShellError FILE_NOT_FOUND, FILE_OUTSIDE_HOME */
  stat(path: string): Promise<FileEntry>;
  /** "downloads", « mes documents », 桌面, "home" → the folder, where it is one of the usual ones. */
  usualFolder(words: string): string | undefined;
  find(query: FileQuery, signal: AbortSignal): Promise<Found>;
  /** With the program the desktop has for it. @throws ShellError BACKEND_MISSING without a desktop, PERMISSION_DENIED for programs */
  open(path: string): Promise<void>;
  /** @throws ShellError ARGUMENT_INVALID for what is no text */
  readText(path: string, signal: AbortSignal): Promise<{ readonly text: string; readonly truncated: boolean }>;
  /** `to` is the full new path; its folder must be there. Renames too. */
  move(from: string, to: string, signal: AbortSignal): Promise<void>;
  copy(from: string, to: string, signal: AbortSignal): Promise<Made>;
  /** @param deletedAt local datetime with seconds, as the trash records it */
  trash(path: string, deletedAt: string, signal: AbortSignal): Promise<Trashed>;
  /** Back to where it was. @throws ShellError FILE_EXISTS, FILE_NOT_FOUND when the trash was emptied */
  untrash(trashed: Trashed, signal: AbortSignal): Promise<void>;
  createFolder(path: string): Promise<void>;
  /** False when it holds something by now. */
  removeEmptyFolder(path: string): Promise<boolean>;
  /** Zip, tar or tar.gz by the name of `to`. */
  createArchive(from: string, to: string, signal: AbortSignal): Promise<Made>;
  /** Into a new folder inside `into`, named as the archive or its one folder. */
  extractArchive(archive: string, into: string, signal: AbortSignal): Promise<Made>;
  /** Removes what `copy`, `createArchive` or `extractArchive` made, unless somebody changed it since: then false. */
  removeMade(made: Made): Promise<boolean>;
  /** What the folder's children take on the disk, the largest first; links are not followed. */
  diskUsage(folder: string, signal: AbortSignal): Promise<DiskUsage>;
}

export const FILE_KINDS = ["any", "document", "picture", "music", "video", "folder", "archive", "code"] as const;
export type FileKind = (typeof FILE_KINDS)[number];
export const FILE_SORTS = ["newest", "oldest", "largest", "smallest", "name"] as const;
export type FileSort = (typeof FILE_SORTS)[number];

export interface FileEntry {
  readonly path: string;
  /** Its last part, with the extension. */
  readonly name: string;
  readonly isFolder: boolean;
  /** 0 for folders. */
  readonly bytes: number;
  readonly modified: Date;
}

export interface FileQuery {
  /** Default: home. */
  readonly folder?: string;
  /** Words of the name, matched fuzzily. */
  readonly name?: string;
  readonly kind?: FileKind;
  /** Last change within it, end exclusive. */
  readonly within?: { readonly start: Date; readonly end: Date };
  readonly largerThanBytes?: number;
  /** Default: the best name first, then the newest. */
  readonly sort?: FileSort;
  /** Score of a name below which it does not fit; default 0.6. */
  readonly minScore?: number;
}

export interface Found {
  readonly files: readonly (FileEntry & { readonly score: number })[];
  /** True when a limit of entries, depth or time ended the search early. */
  readonly partial: boolean;
}

/** Something new on the disk, with what tells whether it is still as it was made. */
export interface Made {
  readonly path: string;
  readonly fingerprint: string;
  readonly files: number;
  readonly bytes: number;
}

export interface Trashed {
  readonly from: string;
  /** In the trash's files folder. */
  readonly path: string;
  /** Its .trashinfo. */
  readonly info: string;
}

export interface DiskUsage {
  readonly folder: string;
  readonly totalBytes: number;
  readonly children: readonly { readonly path: string; readonly isFolder: boolean; readonly bytes: number }[];
  readonly partial: boolean;
}
