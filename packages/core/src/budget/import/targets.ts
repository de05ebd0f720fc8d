import type { ImportTarget } from "./target.ts";
import { LINE_IMPORT } from "./targets/lines.ts";
import { PAYMENT_IMPORT } from "./targets/payments.ts";
import { RECORD_IMPORT } from "./targets/records.ts";

/** The sheets that exports of other systems can be imported into. */
export const IMPORT_TARGETS: readonly ImportTarget[] = [LINE_IMPORT, PAYMENT_IMPORT, RECORD_IMPORT];
