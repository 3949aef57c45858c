"""A small mail server for tests: speaks SMTP on a port of its own, keeps what it is given, refuses what it is told to."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from email import message_from_bytes, policy
from email.message import EmailMessage


class MailServer:
    """What the server was given, and what it answers to an address (None: it takes it)."""

    def __init__(self) -> None:
        self.mails: list[EmailMessage] = []
        self.greeting = "220 test"
        self.refusal: Callable[[str], str | None] = lambda _: None
        self.port = 0

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """One connection, until it quits."""

        def say(line: str) -> None:
            writer.write(f"{line}\r\n".encode())

        say(self.greeting)
        with contextlib.suppress(ConnectionError):
            while line := await reader.readline():
                verb = line.split()[0].upper() if line.split() else b""
                if verb == b"QUIT":
                    say("221 bye")
                    break
                if verb == b"RCPT":
                    address = line.decode().split("<", 1)[1].split(">", 1)[0]
                    say(self.refusal(address) or "250 ok")
                elif verb == b"DATA":
                    say("354 go on")
                    body = await reader.readuntil(b"\r\n.\r\n")
                    self.mails.append(message_from_bytes(body[:-5], policy=policy.default))
                    say("250 taken")
                else:
                    say("250 ok")
        writer.close()


@contextlib.asynccontextmanager
async def mail_server() -> AsyncIterator[MailServer]:
    """A server that runs until the block ends."""
    found = MailServer()
    server = await asyncio.start_server(found.talk, "127.0.0.1", 0)
    found.port = server.sockets[0].getsockname()[1]
    async with server:
        yield found
