import { z } from "zod";
import { Day, Empty, FindingValue, Id, Instant, Prose, Sha256, Year } from "../common.ts";
import { STATES } from "../roles.ts";
import { defineRoute } from "../route.ts";

export const JOB_KINDS = ["publish", "audit-upload", "check-sheets"] as const;
export const Job = z.object({
  id: Id,
  kind: z.enum(JOB_KINDS),
  /** The publication, upload or check sheets that it works on. */
  subject: Id,
  state: z.enum(["queued", "running", "done", "failed"]),
  /** 0 to 1. */
  progress: z.number(),
  message: z.object({ zh: z.string(), en: z.string() }),
  at: Instant,
});
export type Job = z.infer<typeof Job>;

export const JOB_ROUTES = {
  jobs: defineRoute({
    method: "GET",
    path: "/api/jobs",
    access: "signed-in",
    doc: { zh: "后台任务，新的在前。", en: "Background jobs that one may see, newest first." },
    query: z.object({ subject: Id.optional() }),
    response: z.object({ jobs: z.array(Job) }),
  }),
  job: defineRoute({
    method: "GET",
    path: "/api/jobs/:job",
    access: "signed-in",
    doc: { zh: "一个任务的进度。", en: "A job's progress." },
    params: z.object({ job: Id }),
    response: Job,
  }),
};

export const PublishedFile = z.object({ path: z.string(), sha256: Sha256, size: z.int() });

export const Publication = z.object({
  id: Id,
  budgetId: Id,
  bodyId: Id,
  bodyName: z.string(),
  year: Year,
  document: z.enum(["budget", "self-evaluation"]),
  /** Of this document. */
  version: z.int(),
  /** Of a correction: what changed and why. */
  reason: z.string(),
  publishedAt: Instant,
  publishedBy: z.string(),
  /** Where it was put; "" until recorded. */
  address: z.string(),
  /** The day it was put there, which stops the statutory clock. */
  publicationDay: Day.nullable(),
  /** Digest of the frozen entry. */
  digest: Sha256,
  /** Empty until the files are made. */
  files: z.array(PublishedFile),
  job: Id.nullable(),
  /** A later version has replaced it. */
  superseded: z.boolean(),
  explanations: z.array(z.object({ key: z.string(), text: z.string() })),
});
export type Publication = z.infer<typeof Publication>;

export const PUBLICATION_ROUTES = {
  publications: defineRoute({
    method: "GET",
    path: "/api/publications",
    access: "signed-in",
    doc: {
      zh: "公开的各版本，新的在前；公开的内容任何登录的人都可读。",
      en: "Published versions, newest first; readable by all who are signed in.",
    },
    query: z.object({ year: z.coerce.number().pipe(Year).optional(), body: Id.optional() }),
    response: z.object({ publications: z.array(Publication) }),
  }),
  publication: defineRoute({
    method: "GET",
    path: "/api/publications/:publication",
    access: "signed-in",
    doc: { zh: "一次公开及其文件清单。", en: "A publication with its manifest." },
    params: z.object({ publication: Id }),
    response: Publication,
  }),
  publicationFile: defineRoute({
    method: "GET",
    path: "/api/publications/:publication/file",
    access: "signed-in",
    doc: { zh: "下载清单中的一个文件。", en: "Download one file of the manifest." },
    params: z.object({ publication: Id }),
    query: z.object({ path: z.string().min(1).max(400) }),
    download: true,
  }),
  publicationArchive: defineRoute({
    method: "GET",
    path: "/api/publications/:publication/pack.zip",
    access: "signed-in",
    doc: { zh: "全套文件，连同清单 manifest.json。", en: "All files with manifest.json." },
    params: z.object({ publication: Id }),
    download: true,
  }),
  recordAddress: defineRoute({
    method: "PUT",
    path: "/api/publications/:publication/address",
    access: "signed-in",
    doc: {
      zh: "记录公开网址和日期（公开岗）；停止法定时钟。",
      en: "Record where and when it was put online (publisher); stops the clock.",
    },
    params: z.object({ publication: Id }),
    body: z.strictObject({ address: z.url({ protocol: /^https?$/ }).max(1000), day: Day }),
    response: Publication,
  }),
};

export const FINDING_STATES = ["open", "sent", "closed", "accepted"] as const;
export const TrackedFinding = z.object({
  id: Id,
  /** Stable across uploads: rule and what it is about. */
  key: z.string(),
  finding: FindingValue,
  /** open: found; sent: passed to the body; closed: a later upload no longer has it; accepted: the bureau lets it stand. */
  state: z.enum(FINDING_STATES),
  note: z.string(),
  firstUpload: Id,
  lastUpload: Id,
});
export type TrackedFinding = z.infer<typeof TrackedFinding>;

export const Upload = z.object({
  id: Id,
  bodyId: Id,
  year: Year,
  document: z.enum(["budget", "accounts"]),
  /** The how-maniest of this body, year and document. */
  round: z.int(),
  files: z.array(z.object({ name: z.string(), size: z.int(), sha256: Sha256 })),
  at: Instant,
  personName: z.string(),
  job: Id.nullable(),
  /** null until audited. */
  counts: z
    .object({ error: z.int(), warning: z.int(), notice: z.int(), holds: z.int(), unchecked: z.int() })
    .nullable(),
  /** What could not be read at all. */
  readingFindings: z.array(FindingValue),
});
export type Upload = z.infer<typeof Upload>;

export const UPLOAD_ROUTES = {
  uploads: defineRoute({
    method: "GET",
    path: "/api/uploads",
    access: "signed-in",
    doc: { zh: "上传的公开材料，新的在前。", en: "Uploaded packs, newest first." },
    query: z.object({ year: z.coerce.number().pipe(Year).optional(), body: Id.optional() }),
    response: z.object({ uploads: z.array(Upload) }),
  }),
  uploadPack: defineRoute({
    method: "POST",
    path: "/api/bodies/:body/packs/:year/:document",
    access: "upload-pack",
    doc: {
      zh: "上传一套别处编的公开材料并排队核对；文件数、大小、压缩比有上限。",
      en: "Upload a pack made elsewhere and queue its audit; limits on number, size and inflation.",
    },
    params: z.object({
      body: Id,
      year: z.coerce.number().pipe(Year),
      document: z.enum(["budget", "accounts"]),
    }),
    upload: ["files"],
    response: Upload,
  }),
  upload: defineRoute({
    method: "GET",
    path: "/api/uploads/:upload",
    access: "signed-in",
    doc: { zh: "一次上传。", en: "An upload." },
    params: z.object({ upload: Id }),
    response: Upload,
  }),
  uploadFile: defineRoute({
    method: "GET",
    path: "/api/uploads/:upload/files/:sha256",
    access: "signed-in",
    doc: { zh: "下载上传的原件。", en: "Download an original file." },
    params: z.object({ upload: Id, sha256: Sha256 }),
    download: true,
  }),
  findings: defineRoute({
    method: "GET",
    path: "/api/bodies/:body/packs/:year/:document/findings",
    access: "read-pack",
    doc: { zh: "这套材料的问题和处理情况。", en: "The pack's findings and where each stands." },
    params: z.object({
      body: Id,
      year: z.coerce.number().pipe(Year),
      document: z.enum(["budget", "accounts"]),
    }),
    response: z.object({ findings: z.array(TrackedFinding) }),
  }),
  trackFinding: defineRoute({
    method: "PATCH",
    path: "/api/findings/:finding",
    access: "signed-in",
    doc: {
      zh: "发回、认可或重新打开一个问题（财政，track-finding）；已改正的由下一次上传自动关闭。",
      en: "Send back, accept or reopen (needs track-finding); what a later upload no longer has is closed by itself.",
    },
    params: z.object({ finding: Id }),
    body: z.strictObject({
      state: z.enum(["open", "sent", "accepted"]),
      note: z.string().trim().max(2000).optional(),
    }),
    response: TrackedFinding,
  }),
  checkSheet: defineRoute({
    method: "GET",
    path: "/api/uploads/:upload/check-sheet.xlsx",
    access: "signed-in",
    doc: { zh: "检查表。", en: "The check sheet." },
    params: z.object({ upload: Id }),
    download: true,
  }),
};

/** A statutory deadline: runs from `start`, must be met by `due`, stopped on `met`. Calendar days. */
export const Clock = z.object({
  kind: z.enum(["publish", "approve-units"]),
  start: Day,
  due: Day,
  met: Day.nullable(),
  /** Days late, by today or on the day it was met; 0: in time. */
  daysLate: z.int(),
  basis: z.object({ zh: z.string(), en: z.string() }),
});
export type Clock = z.infer<typeof Clock>;

export const Obligation = z.object({
  bodyId: Id,
  year: Year,
  document: z.enum(["budget", "accounts"]),
  status: z.enum(["exempt", "not-started", "in-progress", "approved", "published", "late"]),
  /** Why nothing is to be published: 涉密, 撤并 …; "" where it is. */
  exemption: z.string(),
  budgetId: Id.nullable(),
  state: z.enum(STATES).nullable(),
  clocks: z.array(Clock),
  openFindings: z.int(),
  address: z.string(),
});
export type Obligation = z.infer<typeof Obligation>;

export const OBLIGATION_ROUTES = {
  obligations: defineRoute({
    method: "GET",
    path: "/api/obligations",
    access: "signed-in",
    doc: {
      zh: "应公开清单：机构×文种×年度，谁晚了几天；只含能看的机构。",
      en: "Who must publish what, and how late they are; for the bodies that one may see.",
    },
    query: z.object({ year: z.coerce.number().pipe(Year) }),
    response: z.object({ today: Day, obligations: z.array(Obligation) }),
  }),
  exempt: defineRoute({
    method: "PUT",
    path: "/api/bodies/:body/obligations/:year/:document",
    access: "set-obligation",
    doc: { zh: "免予公开（写明理由），或空理由恢复。", en: "Exempt with a reason, or with none restore." },
    params: z.object({
      body: Id,
      year: z.coerce.number().pipe(Year),
      document: z.enum(["budget", "accounts"]),
    }),
    body: z.strictObject({ exemption: z.string().trim().max(500) }),
    response: Empty,
  }),
};

export const SYSTEM_ROUTES = {
  health: defineRoute({
    method: "GET",
    path: "/api/health",
    access: "anyone",
    doc: { zh: "服务是否可用。", en: "Whether the service is up." },
    response: z.object({ ok: z.literal(true), organisation: z.boolean() }),
  }),
  verifyLog: defineRoute({
    method: "GET",
    path: "/api/log/verification",
    access: "signed-in",
    doc: {
      zh: "核验日志（审计）：每条链从头算到尾。",
      en: "Verify the log (auditor): every chain from its start.",
    },
    response: z.object({
      whole: z.boolean(),
      entries: z.int(),
      digest: Sha256,
      faults: z.array(z.object({ chain: z.string(), number: z.int(), reason: Prose })),
    }),
  }),
};
