"""A mail server for the tests, which misbehaves by the local part of the recipient.

smtp-server.py FOLDER [tls] [auth]: prints its port, appends what happens to FOLDER/log as JSON lines, ends when its
standard input does.

busy+N@  is greylisted N times            gone@    does not exist (550 5.1.1)    policy@  is refused by policy (550 5.7.1)
big@     is refused after DATA (552)       hang@    never gets an answer          cut@     loses the connection in DATA, once
lost@    is taken once without a word      shut@    loses the connection at RCPT, once
"""

import asyncio
import json
import os
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult

folder, options = sys.argv[1], sys.argv[2:]
seen = {}
connections = 0


def log(**facts):
    with open(f"{folder}/log", "a") as file:
        file.write(json.dumps(facts) + "\n")


def first(address):
    seen[address] = seen.get(address, 0) + 1
    return seen[address] == 1


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, rcpt_options):
        local = address.split("@")[0]
        log(event="rcpt", to=address)
        if local.startswith("busy+"):
            seen[address] = seen.get(address, 0) + 1
            if seen[address] <= int(local[5:]):
                return "451 4.7.1 Greylisted, come back"
        if local == "gone":
            return "550 5.1.1 No such mailbox"
        if local == "policy":
            return "550 5.7.1 Not welcome"
        if local == "hang":
            await asyncio.sleep(600)
        if local == "shut" and first(address):
            server.transport.abort()
            return "421 4.3.2 Closing"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        local = envelope.rcpt_tos[0].split("@")[0]
        if local == "big":
            return "552 5.3.4 Too big"
        text = envelope.content.decode("ascii")
        log(
            event="mail", sender=envelope.mail_from, to=envelope.rcpt_tos, text=text, tls=session.ssl is not None,
            user=bool(session.authenticated), connection=session.number)
        if local == "lost" and first(envelope.rcpt_tos[0]):
            server.transport.abort()
        return "250 OK"


class Server(SMTP):
    def _create_session(self):
        global connections
        connections += 1
        session = super()._create_session()
        session.number = connections
        return session

    async def smtp_DATA(self, arg):
        to = self.envelope.rcpt_tos
        if to and to[0].startswith("cut@") and first(to[0]):
            await self.push("354 Go on")
            await asyncio.wait_for(self._reader.readline(), 5)
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def authenticate(server, session, envelope, mechanism, data):
    right = data.login == b"nuntiq" and data.password == b"p@ss word"
    return AuthResult(success=right, handled=False)


async def main():
    kwargs = {}
    if "tls" in options:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(f"{folder}/cert.pem", f"{folder}/key.pem")
        kwargs.update(tls_context=context, require_starttls=True)
    if "auth" in options:
        kwargs.update(authenticator=authenticate, auth_required=True, auth_require_tls="tls" in options)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Server(Handler(), hostname="mail.test", **kwargs), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    os._exit(0)


asyncio.run(main())
