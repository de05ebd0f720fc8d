import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a daemon does with a command: answers, says nothing, or closes the connection after what it has written. */
export type Reaction = { readonly answer: string } | "nothing" | { readonly dies: string };
export interface Imitation {
  /** Of a command but INSTREAM. */
  command?(name: string): Reaction;
  /** Of a stream that has come so far; undefined waits for more. */
  stream(bytes: Buffer, isWhole: boolean): Reaction | undefined;
}

/** The commands at the start, as ClamAV answers them. */
export function asClamAv(name: string): Reaction {
  return { answer: name === "PING" ? "PONG" : "ClamAV 1.0.0/27000/Mon Jan  2 08:00:00 2023" };
}

/** A daemon on a socket of its own that speaks clamd's protocol and does what a test wants. */
export async function imitateClamd(imitation: Imitation) {
  const folder = await mkdtemp(join(tmpdir(), "mingzhang-clamd-"));
  const path = join(folder, "clamd.ctl");
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).once("close", () => sockets.delete(socket));
    converse(socket, imitation);
  });
  await new Promise<void>((done) => server.listen(path, done));
  return {
    address: `unix:${path}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function converse(socket: Socket, { command = asClamAv, stream }: Imitation): void {
  let received = Buffer.alloc(0);
  let reacted = false;
  const react = (reaction: Reaction | undefined) => {
    if (reaction === undefined || reacted) return;
    reacted = true;
    if (reaction === "nothing") return;
    if ("answer" in reaction) socket.end(`${reaction.answer}\0`);
    else socket.write(reaction.dies, () => socket.destroy());
  };
  socket.on("data", (more) => {
    received = Buffer.concat([received, more]);
    const end = received.indexOf(0);
    if (end < 0) return;
    const name = received.subarray(1, end).toString();
    if (name !== "INSTREAM") return react(command(name));
    const { bytes, isWhole } = contentOf(received.subarray(end + 1));
    react(stream(bytes, isWhole));
  });
}

/** The chunks that have come whole, and whether the empty one that ends them has. */
function contentOf(chunks: Buffer): { readonly bytes: Buffer; readonly isWhole: boolean } {
  const parts: Buffer[] = [];
  for (let at = 0; at + 4 <= chunks.length; ) {
    const length = chunks.readUInt32BE(at);
    if (length === 0) return { bytes: Buffer.concat(parts), isWhole: true };
    if (at + 4 + length > chunks.length) break;
    parts.push(chunks.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return { bytes: Buffer.concat(parts), isWhole: false };
}
