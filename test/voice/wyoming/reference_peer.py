"""The reference implementation of the Wyoming protocol (the PyPI package "wyoming") as a peer of the tests.

serve: a server with speech to text, text to speech and a wake word; prints its port. Its "transcript" tells how many samples came, its
voice says one sample per letter, its wake word is a chunk whose first sample is 7.
ask PORT: a client of our server; prints one JSON line per answer.
"""

import asyncio
import json
import sys

from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncTcpClient
from wyoming.event import Event
from wyoming.info import AsrModel, AsrProgram, Attribution, Describe, Info, TtsProgram, TtsVoice, WakeModel, WakeProgram
from wyoming.intent import Recognize
from wyoming.ping import Ping
from wyoming.server import AsyncEventHandler, AsyncServer
from wyoming.tts import Synthesize, SynthesizeVoice
from wyoming.wake import Detect, Detection

ABOUT = {"attribution": Attribution(name="", url=""), "installed": True, "description": None, "version": None}
INFO = Info(
    asr=[AsrProgram(name="counter", models=[AsrModel(name="counting", languages=["en"], **ABOUT)], **ABOUT)],
    tts=[TtsProgram(name="letters", voices=[TtsVoice(name="spelling", languages=["en"], **ABOUT)], **ABOUT)],
    wake=[WakeProgram(name="seven", models=[WakeModel(name="seven", languages=["en"], phrase="lucky seven", **ABOUT)], **ABOUT)],
)


class Handler(AsyncEventHandler):
    samples = 0
    names = None
    language = None

    async def handle_event(self, event: Event) -> bool:
        if Describe.is_type(event.type):
            await self.write_event(INFO.event())
        elif Transcribe.is_type(event.type):
            self.language = Transcribe.from_event(event).language
        elif Detect.is_type(event.type):
            self.names = Detect.from_event(event).names
        elif AudioChunk.is_type(event.type):
            chunk = AudioChunk.from_event(event)
            self.samples += chunk.samples
            if self.names and chunk.audio[0] == 7:
                await self.write_event(Detection(name=self.names[0], timestamp=0).event())
        elif AudioStop.is_type(event.type) and not self.names:
            await self.write_event(Transcript(text=f"{self.samples} samples in {self.language}").event())
            return False
        elif Synthesize.is_type(event.type):
            said = Synthesize.from_event(event)
            await self.write_event(AudioStart(rate=22050, width=2, channels=1).event())
            for letter in said.text:
                audio = ord(letter).to_bytes(2, "little")
                await self.write_event(AudioChunk(rate=22050, width=2, channels=1, audio=audio).event())
            await self.write_event(AudioStop().event())
        return True


async def serve() -> None:
    server = await asyncio.start_server(lambda r, w: Handler(r, w).run(), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


async def ask(port: int) -> None:
    async def answers(*events: Event, until: str) -> None:
        async with AsyncTcpClient("127.0.0.1", port) as client:
            for event in events:
                await client.write_event(event)
            while True:
                event = await client.read_event()
                if event is None:
                    print(json.dumps({"type": "lost"}))
                    return
                if Info.is_type(event.type):
                    info = Info.from_event(event)
                    print(json.dumps({"asr": info.asr[0].models[0].languages, "voice": info.tts[0].voices[0].name,
                                      "handle": info.handle[0].name, "intent": info.intent[0].installed}))
                else:
                    print(json.dumps({"type": event.type, "data": event.data, "bytes": len(event.payload or b"")}))
                if event.type == until:
                    return

    await answers(Describe().event(), until="info")
    await answers(Ping(text="hello").event(), until="pong")
    await answers(
        Transcribe(language="en-GB").event(),
        AudioStart(rate=8000, width=2, channels=1).event(),
        *[AudioChunk(rate=8000, width=2, channels=1, audio=bytes(1600)).event() for _ in range(10)],
        AudioStop().event(),
        until="transcript",
    )
    for text in ("hello", "nonsense"):
        await answers(Transcript(text=text).event(), until="handled" if text == "hello" else "not-handled")
    await answers(Recognize(text="volume_set").event(), until="intent")
    await answers(Synthesize(text="Done.", voice=SynthesizeVoice(name="saysh-fr")).event(), until="audio-stop")


if sys.argv[1] == "serve":
    asyncio.run(serve())
else:
    asyncio.run(ask(int(sys.argv[2])))
