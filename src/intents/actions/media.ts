import { defineDomain } from "./define-action.ts";
import { mediaNow } from "./media/media-now.ts";
import { mediaPlay } from "./media/media-play.ts";
import { mediaSeek } from "./media/media-seek.ts";
import { mediaRepeat, mediaShuffle } from "./media/queue-order.ts";
import { mediaNext, mediaPause, mediaPrevious, mediaResume, mediaStop } from "./media/transport.ts";

export const mediaActions = defineDomain("media", [
  mediaPlay,
  mediaPause,
  mediaResume,
  mediaStop,
  mediaNext,
  mediaPrevious,
  mediaSeek,
  mediaShuffle,
  mediaRepeat,
  mediaNow,
]);
