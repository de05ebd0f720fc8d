import { z } from "zod";
import { Empty, Id, Instant, Line } from "../common.ts";
import { ROLES } from "../roles.ts";
import { defineRoute } from "../route.ts";
import { secret, secretAnswer } from "../secret.ts";

const Password = secret({ shortest: 1, longest: 128 });
/** Of an authenticator. */
const Code = secret({ shortest: 6, longest: 6, digits: true });

export const Membership = z.object({ id: Id, bodyId: Id, role: z.enum(ROLES) });
export type Membership = z.infer<typeof Membership>;

export const Me = z.object({
  person: z.object({ id: Id, account: z.string(), name: z.string(), totp: z.boolean() }),
  memberships: z.array(Membership),
  /** To be sent as the header "x-csrf-token" with every call that is not GET. */
  csrfToken: z.string(),
  /** Signed in with a one-time password: every call but `changePassword` and `signOut` is refused until it is changed. */
  mustChangePassword: z.boolean(),
  /** The person's role needs one-time codes: every call but those that set them up is refused until then. */
  mustEnableTotp: z.boolean(),
  expiresAt: Instant,
});
export type Me = z.infer<typeof Me>;

/** What happened to one's own sign-in. The events are named in docs/security.md. */
export const OwnEvent = z.object({
  at: Instant,
  event: z.string(),
  address: z.string(),
  /** After the sign-in before this session's, and before this session's. */
  news: z.boolean(),
});
export type OwnEvent = z.infer<typeof OwnEvent>;

export const SESSION_ROUTES = {
  signIn: defineRoute({
    method: "POST",
    path: "/api/session",
    access: "anyone",
    doc: {
      zh: "登录。账号、密码或动态口令不对都只答“不对”；连续失败后锁定一段时间（429）。",
      en: "Sign in. Wrong account, password or code give the same answer; repeated failures lock the account (429).",
    },
    body: z.strictObject({
      account: z.string().trim().min(1).max(100),
      password: Password,
      code: Code.optional(),
    }),
    response: z.discriminatedUnion("status", [
      z.object({ status: z.literal("signed-in"), me: Me }),
      /** The password is right; send the same again with `code`. */
      z.object({ status: z.literal("code-needed") }),
    ]),
  }),
  signOut: defineRoute({
    method: "DELETE",
    path: "/api/session",
    access: "signed-in",
    doc: { zh: "退出。", en: "Sign out." },
    response: Empty,
  }),
  me: defineRoute({
    method: "GET",
    path: "/api/me",
    access: "signed-in",
    doc: { zh: "我是谁，在哪些单位担任什么角色。", en: "Who I am, and my roles." },
    response: Me,
  }),
  changePassword: defineRoute({
    method: "PUT",
    path: "/api/me/password",
    access: "signed-in",
    doc: {
      zh: "改密码：至少12个字符，不得是常见密码，不得含账号或姓名；其他会话随之失效。",
      en: "Change the password: 12 characters or more, not a common one, without account or name; ends all other sessions.",
    },
    body: z.strictObject({ current: Password, next: Password }),
    response: Me,
  }),
  sessions: defineRoute({
    method: "GET",
    path: "/api/me/sessions",
    access: "signed-in",
    doc: { zh: "我在哪里登录着，新的在前。", en: "Where I am signed in, newest first." },
    response: z.object({
      sessions: z.array(
        z.object({
          since: Instant,
          /** To the minute. */
          used: Instant,
          address: z.string(),
          /** The one that asks. */
          own: z.boolean(),
        }),
      ),
    }),
  }),
  endSessions: defineRoute({
    method: "DELETE",
    path: "/api/me/sessions",
    access: "signed-in",
    doc: { zh: "结束我在别处的全部会话。", en: "End all of my sessions but this one." },
    body: z.strictObject({ password: Password }),
    response: Empty,
  }),
  ownEvents: defineRoute({
    method: "GET",
    path: "/api/me/events",
    access: "signed-in",
    doc: {
      zh: "我的登录出过什么事，新的在前，最多50条、半年：登录、失败、锁定、改密码、动态口令。",
      en: "What happened to my sign-in, newest first, at most 50 of half a year: sign-ins, failures, locks, changes of password and codes.",
    },
    response: z.object({ events: z.array(OwnEvent) }),
  }),
  browserKey: defineRoute({
    method: "GET",
    path: "/api/me/browser-key",
    access: "signed-in",
    doc: {
      zh: "我的浏览器密钥（32字节，十六进制）：网页用它加密还没有发出的改动，只放在内存里；改密码不换。",
      en: "My browser's key (32 bytes, hexadecimal): the pages seal edits with it that could not be sent yet, and hold it in memory only; a new password leaves it as it is.",
    },
    response: z.object({ key: secretAnswer() }),
  }),
  prepareTotp: defineRoute({
    method: "POST",
    path: "/api/me/totp",
    access: "signed-in",
    doc: {
      zh: "取得动态口令密钥，用 confirmTotp 确认后生效。",
      en: "A new TOTP secret; takes effect by confirmTotp.",
    },
    body: z.strictObject({ password: Password }),
    response: z.object({ secret: z.string(), uri: z.string().describe("otpauth://…, shown as QR code") }),
  }),
  confirmTotp: defineRoute({
    method: "PUT",
    path: "/api/me/totp",
    access: "signed-in",
    doc: { zh: "启用动态口令。", en: "Enable TOTP." },
    body: z.strictObject({ code: Code }),
    response: Empty,
  }),
  removeTotp: defineRoute({
    method: "DELETE",
    path: "/api/me/totp",
    access: "signed-in",
    doc: { zh: "停用动态口令。", en: "Disable TOTP." },
    body: z.strictObject({ password: Password }),
    response: Empty,
  }),
};

/** A person as administrators see them. */
export const Person = z.object({
  id: Id,
  account: z.string(),
  name: z.string(),
  active: z.boolean(),
  totp: z.boolean(),
  lockedUntil: Instant.nullable(),
  memberships: z.array(Membership),
});
export type Person = z.infer<typeof Person>;

/** What happened at the doors. The events are named in docs/security.md. */
export const SecurityEvent = z.object({
  /** Position in the chain "security" of the log. */
  number: z.int(),
  at: Instant,
  event: z.string(),
  /** Whose account it is; null where there is none of that name. */
  personId: Id.nullable(),
  personName: z.string(),
  address: z.string(),
  /** The call that was refused, with what its path named. */
  call: z.string().nullable(),
  params: z.record(z.string(), z.unknown()).nullable(),
});
export type SecurityEvent = z.infer<typeof SecurityEvent>;

/** Of the security log's last quarter of an hour, as far as an administrator sees it. */
export const SecurityNumbers = z.object({
  /** Sign-ins that failed. */
  failures: z.int(),
  /** Calls that people were refused. */
  refusals: z.int(),
  /** Calls that fit no call of the interface, or were too many. */
  misfits: z.int(),
  /** From this sum on it is an alert. */
  alertAt: z.int(),
  alert: z.boolean(),
});
export type SecurityNumbers = z.infer<typeof SecurityNumbers>;

const Account = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._@-]{2,60}$/u);
const OneTime = z.object({ person: Person, oneTimePassword: secretAnswer() });

export const PEOPLE_ROUTES = {
  people: defineRoute({
    method: "GET",
    path: "/api/people",
    access: "signed-in",
    doc: {
      zh: "管辖范围内的人员和他们的角色（管理员）；别人只看到自己。",
      en: "People and their roles within an administrator's reach; others see themselves.",
    },
    response: z.object({ people: z.array(Person) }),
  }),
  securityEvents: defineRoute({
    method: "GET",
    path: "/api/security-events",
    access: "manage-people",
    doc: {
      zh: "安全日志（管理员），新的在前：登录、失败、锁定、被拒绝的操作；谁、何时、从哪里。不含密码，也不含并不存在的账号。",
      en: "The security log (administrators), newest first: sign-ins, failures, locks, refused actions; who, when, from where. Never a password, nor an account that does not exist.",
    },
    query: z.object({
      before: z.coerce.number().pipe(z.int()).optional(),
      limit: z.coerce.number().pipe(z.int().min(1).max(500)).optional(),
    }),
    response: z.object({ events: z.array(SecurityEvent) }),
  }),
  securityNumbers: defineRoute({
    method: "GET",
    path: "/api/security-numbers",
    access: "manage-people",
    doc: {
      zh: "最近一刻钟登录失败、被拒绝和不合规的请求各有多少，是否超过警戒数（管理员）。",
      en: "How many sign-ins failed and calls were refused or fitted nothing in the last quarter of an hour, and whether that is an alert (administrators).",
    },
    response: SecurityNumbers,
  }),
  addPerson: defineRoute({
    method: "POST",
    path: "/api/people",
    access: "manage-people",
    doc: {
      zh: "新增人员，至少一个角色；一次性密码只显示这一次，七天内有效。",
      en: "Add a person with at least one role; the one-time password is shown once and lives seven days.",
    },
    body: z.strictObject({
      account: Account,
      name: Line,
      memberships: z.array(z.strictObject({ bodyId: Id, role: z.enum(ROLES) })).min(1),
    }),
    response: OneTime,
  }),
  changePerson: defineRoute({
    method: "PATCH",
    path: "/api/people/:person",
    access: "manage-people",
    doc: {
      zh: "改姓名、停用或启用；停用即刻结束其会话。",
      en: "Rename, deactivate (ends sessions at once) or activate.",
    },
    params: z.object({ person: Id }),
    body: z.strictObject({ name: Line.optional(), active: z.boolean().optional() }),
    response: Person,
  }),
  resetPassword: defineRoute({
    method: "POST",
    path: "/api/people/:person/one-time-password",
    access: "manage-people",
    doc: {
      zh: "发一次性密码，并解除锁定和动态口令。",
      en: "Issue a one-time password; lifts lock and TOTP.",
    },
    params: z.object({ person: Id }),
    response: OneTime,
  }),
  addMembership: defineRoute({
    method: "POST",
    path: "/api/people/:person/memberships",
    access: "manage-people",
    doc: {
      zh: "给予角色。管理员不能给自己业务角色。",
      en: "Give a role. Administrators cannot give themselves one with budget content.",
    },
    params: z.object({ person: Id }),
    body: z.strictObject({ bodyId: Id, role: z.enum(ROLES) }),
    response: Person,
  }),
  removeMembership: defineRoute({
    method: "DELETE",
    path: "/api/memberships/:membership",
    access: "manage-people",
    doc: { zh: "收回角色。", en: "Take a role away." },
    params: z.object({ membership: Id }),
    response: Empty,
  }),
};
