import { once } from "node:events";
import { IncomingMessage, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { serve } from "@hono/node-server";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { openWorkspace, type Workspace } from "../testing/workspace.ts";

const PASSWORD = "correct horse battery";
const CHINESE = "骆驼在雨里走了很久很远的路";

/** What a server keeps of the bytes that came to it and went from it. */
describe("secrets of a call", () => {
  let workspace: Workspace;
  let server: Server;
  let url = "";
  /** The pieces of bodies as Node hands them out. */
  const came: Buffer[] = [];
  const push = IncomingMessage.prototype.push;

  beforeAll(async () => {
    workspace = await openWorkspace();
    server = serve({ fetch: workspace.app.fetch, port: 0, hostname: "127.0.0.1" }) as Server;
    await once(server, "listening");
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    vi.spyOn(IncomingMessage.prototype, "push").mockImplementation(function (
      this: IncomingMessage,
      chunk,
      encoding,
    ) {
      if (Buffer.isBuffer(chunk) && this.url?.startsWith("/api/") === true) came.push(chunk);
      return push.call(this, chunk, encoding);
    });
  });
  afterAll(async () => {
    vi.restoreAllMocks();
    expect(workspace.faults).toEqual([]);
    server.closeAllConnections();
    server.close();
    await workspace.close();
  });

  /** Sends a body in pieces, each on its own, and waits for the end of the line. */
  const send = async (
    path: string,
    pieces: readonly (string | Buffer)[],
    { method = "POST", headers = {} }: { method?: string; headers?: Readonly<Record<string, string>> } = {},
  ) => {
    came.length = 0;
    const line = connect((server.address() as AddressInfo).port, "127.0.0.1");
    let answer = "";
    line.on("data", (chunk) => {
      answer += chunk.toString();
    });
    const all = { host: url.slice(7), "content-type": "application/json", connection: "close", ...headers };
    const chunked = { "transfer-encoding": "chunked", ...all };
    line.write(
      `${method} ${path} HTTP/1.1\r\n${Object.entries(chunked)
        .map(([name, one]) => `${name}: ${one}`)
        .join("\r\n")}\r\n\r\n`,
    );
    for (const piece of pieces) {
      const bytes = Buffer.from(piece);
      line.write(
        Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from("\r\n")]),
      );
      await new Promise((done) => setImmediate(done));
    }
    line.write("0\r\n\r\n");
    await once(line, "close");
    return { status: Number(answer.slice(9, 12)), answer };
  };
  const areZero = () => came.length > 0 && came.every((chunk) => chunk.every((byte) => byte === 0));
  const signIn = (password: string) => [
    `{"account":"head","pass`,
    `word":${JSON.stringify(password).slice(0, 6)}`,
    `${JSON.stringify(password).slice(6)}}`,
  ];

  it("are zeros when it is answered, whatever the answer: in the pieces of the body, and unread ones", async () => {
    for (const [status, path, pieces, options] of [
      [200, "/api/session", signIn(PASSWORD)],
      [401, "/api/session", signIn("wrong horse battery")],
      [400, "/api/session", ['{"account":"head","password":"correct horse', " battery"]],
      [400, "/api/session", [Buffer.from([0x7b, 0xff, 0xfe])]],
      [413, "/api/session", ['{"account":"head","password":"', "x".repeat(70_000), '"}']],
      [415, "/api/session", signIn(PASSWORD), { headers: { "content-type": "text/plain" } }],
      [403, "/api/session", signIn(PASSWORD), { headers: { "sec-fetch-site": "cross-site" } }],
      [401, "/api/me/password", [JSON.stringify({ current: PASSWORD, next: CHINESE })], { method: "PUT" }],
    ] as const) {
      const { status: answered } = await send(path, pieces, options);
      expect([path, status, answered, areZero()]).toEqual([path, status, status, true]);
    }
  });

  it("are what they were as text: Chinese, escaped, in pairs of surrogates", async () => {
    const administrator = await workspace.signIn("administrator");
    const { people } = await administrator.call("people", {});
    const person = people.find(({ account }) => account === "publisher")?.id ?? "";
    for (const next of [
      CHINESE,
      "ｆｕｌｌ ｗｉｄｔｈ ｗｏｒｄｓ",
      "🐪🌧️🚶🏞️🌄🌃🍜🏯🌊⛵",
      'quotes "and" \\back\\ slashes',
    ]) {
      const { oneTimePassword } = await administrator.call("resetPassword", { params: { person } });
      const publisher = await workspace.signIn("publisher", oneTimePassword);
      await publisher.call("changePassword", { body: { current: oneTimePassword, next } });
      const escaped = [...next]
        .map((one) =>
          one
            .split("")
            .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
            .join(""),
        )
        .join("");
      for (const written of [JSON.stringify(next), `"${escaped}"`, JSON.stringify(next.normalize("NFKC"))])
        expect([
          written,
          (await send("/api/session", [`{"account":"publisher","password":${written}}`])).status,
        ]).toEqual([written, 200]);
      expect(
        (await send("/api/session", [JSON.stringify({ account: "publisher", password: `${next}x` })])).status,
      ).toBe(401);
    }
  });

  it("leave in an answer as text and are zeros on the server when it has left", async () => {
    const made: Buffer[] = [];
    const concat = Buffer.concat;
    const spied = vi.spyOn(Buffer, "concat").mockImplementation((...given) => {
      const whole = concat(...given);
      if (whole.includes("oneTimePassword")) made.push(whole);
      return whole;
    });
    const administrator = await workspace.signIn("administrator");
    const signedIn = await send("/api/session", [
      JSON.stringify({ account: "administrator", password: PASSWORD }),
    ]);
    const cookie = /set-cookie: ([^;]+)/i.exec(signedIn.answer)?.[1] ?? "";
    const csrf = /"csrfToken":"([^"]+)"/.exec(signedIn.answer)?.[1] ?? "";
    const { people } = await administrator.call("people", {});
    const person = people.find(({ account }) => account === "head@300")?.id ?? "";
    const { status, answer } = await send(`/api/people/${person}/one-time-password`, [], {
      headers: { cookie, "x-csrf-token": csrf },
    });
    spied.mockRestore();
    expect([status, /"oneTimePassword":"[a-z2-9]{4}(-[a-z2-9]{4}){3}"/.test(answer)]).toEqual([200, true]);
    expect(made.map((whole) => whole.every((byte) => byte === 0))).toEqual([true]);
    const [, password = ""] = /"oneTimePassword":"([^"]+)"/.exec(answer) ?? [];
    expect((await workspace.signIn("head@300", password)).me.mustChangePassword).toBe(true);
  });
});
