export * from "./api/index.ts";
export { backUp } from "./backup/backup.ts";
export { type RestoreResult, restore } from "./backup/restore.ts";
export { openDatabase } from "./database/database.ts";
export { ServerFailure } from "./database/failure.ts";
export { migrate } from "./database/migrate.ts";
export { MEGABYTE, type SecuritySettings, USUAL_SECURITY } from "./http/security-settings.ts";
export type { BuildPack } from "./jobs/publish.ts";
export { startWorker, type Worker } from "./jobs/worker.ts";
export { requireNoServer, sealAll } from "./keys/change-key.ts";
export { requireKeyOf } from "./keys/seal-stored.ts";
export { readSecret } from "./keys/source.ts";
export { type LogVerification, verifyLog } from "./log/verify.ts";
export { type RunningServer, type ServeOptions, serve } from "./serve.ts";
export type { SecurityLog } from "./session/watch-security.ts";
export { setUpDemonstration } from "./setup/demonstration.ts";
export {
  type BodyLine,
  firstAdministrator,
  type MadeAccount,
  readBodies,
  setUpOrganisation,
} from "./setup/organisation.ts";
export { openStore, type Store, type StoreOptions } from "./store.ts";
