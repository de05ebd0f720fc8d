// What the threads of `openChecks` do for years.
export { answer } from "./answer.ts";
