import { loadSolver } from "@mingzhang/solver";
import runtime from "highs/runtime?url";
import { Compute } from "./compute.ts";
import type { Question } from "./messages.ts";

const fetchRuntime = async () => (await fetch(runtime)).arrayBuffer();
/** Fetched at once, while there is a connection: figures are rounded as published also without one. */
let fetched = fetchRuntime();
fetched.catch(() => undefined);
const compute = new Compute(async () => {
  const binary = await fetched.catch(() => {
    fetched = fetchRuntime();
    return fetched;
  });
  return loadSolver(binary);
});
let last: Promise<void> = Promise.resolve();

/** One question after the other: what a preview waits for must not be overtaken by an edit. */
self.onmessage = ({ data }: MessageEvent<Question>) => {
  last = last.then(async () => {
    try {
      self.postMessage(await compute.answer(data));
    } catch (error) {
      self.postMessage({ kind: "failed", turn: data.turn });
      console.error(error);
    }
  });
};
