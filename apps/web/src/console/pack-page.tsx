import { type CallOutput, pathOf, type TrackedFinding, type Upload as Uploaded } from "@mingzhang/server/api";
import { Alert, Button, Segmented, Table, Upload } from "antd";
import { useState } from "react";
import { JobProgress } from "../flow/publications.tsx";
import { useAttempt } from "../layout/attempt.ts";
import { linkTo } from "../layout/route.ts";
import { NotAllowed, Nothing, problemText, WhenAsked } from "../layout/states.tsx";
import { Wide } from "../layout/wide.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";
import { localTime } from "../text/time.ts";

interface Props {
  readonly body: string;
  readonly year: number;
  readonly document: string;
}

/** The packs of a body that were made elsewhere, and what became of their findings. */
export function PackPage({ body, year, document }: Props) {
  const { say } = useText();
  const { may, bodyName } = useSession();
  if (document !== "budget" && document !== "accounts") return <NotAllowed />;
  if (!may("read-pack", body)) return <NotAllowed />;
  const title = { body: bodyName(body), year, document: say(`console.${document}`) };
  return (
    <div className="page">
      <p>
        <a {...linkTo("/console")}>{say("packs.back")}</a>
      </p>
      <h1>{say("packs.title", title)}</h1>
      <Pack body={body} year={year} document={document} />
    </div>
  );
}

interface PackProps extends Props {
  readonly document: "budget" | "accounts";
}

function Pack({ body, year, document }: PackProps) {
  const text = useText();
  const { say } = text;
  const { may } = useSession();
  const [error, setError] = useState<unknown>();
  const params = { body, year, document };
  const asked = useAsked(
    async () => ({
      uploads: (await call("uploads", { query: { year, body } })).uploads.filter(
        (one) => one.document === document,
      ),
      findings: (await call("findings", { params })).findings,
    }),
    [body, year, document],
  );
  const send = async (files: readonly File[]) => {
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name);
    setError(undefined);
    try {
      await call("uploadPack", { params, files: form });
      asked.reload();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <>
      {may("upload-pack", body) && (
        <Upload
          className="upload"
          multiple
          showUploadList={false}
          beforeUpload={(file, list) => {
            if (file === list[0]) void send(list);
            return false;
          }}
        >
          <Button type="primary">{say("packs.upload")}</Button>
        </Upload>
      )}
      {error !== undefined && <Alert type="error" showIcon role="alert" title={problemText(error, text)} />}
      <WhenAsked asked={asked}>
        {({ uploads, findings }) =>
          uploads.length === 0 ? (
            <Nothing text={say("packs.none")} />
          ) : (
            <>
              {uploads.map((upload) => (
                <OneUpload key={upload.id} upload={upload} reload={asked.reload} />
              ))}
              <Findings findings={findings} tracks={may("track-finding", body)} reload={asked.reload} />
            </>
          )
        }
      </WhenAsked>
    </>
  );
}

function OneUpload({ upload, reload }: { readonly upload: Uploaded; readonly reload: () => void }) {
  const { say, of, language } = useText();
  const { id, round, personName, at, files, counts, job, readingFindings } = upload;
  return (
    <article className="publication">
      <b>{say("packs.round", { round, person: personName, at: localTime(at, language) })}</b>{" "}
      {files.map(({ name, sha256 }) => (
        <a
          key={sha256}
          href={pathOf("uploadFile", { params: { upload: id, sha256 } })}
          download
          className="file"
        >
          {name}
        </a>
      ))}
      {counts !== null && (
        <p>
          {say("packs.counts", counts)}{" "}
          <a href={pathOf("checkSheet", { params: { upload: id } })} download>
            {say("packs.sheet")}
          </a>
        </p>
      )}
      {counts === null && job !== null && <JobProgress job={job} onDone={reload} />}
      {readingFindings.map((finding) => (
        <p key={finding.message.zh} className={finding.level}>
          {of(finding.message)}
        </p>
      ))}
    </article>
  );
}

const STATES = ["open", "sent", "accepted", "closed"] as const;
type Tracked = CallOutput<"trackFinding">["state"];

interface FindingsProps {
  readonly findings: readonly TrackedFinding[];
  readonly tracks: boolean;
  readonly reload: () => void;
}

function Findings({ findings, tracks, reload }: FindingsProps) {
  const { say, of } = useText();
  const [state, setState] = useState<Tracked>("open");
  const attempt = useAttempt();
  const count = (wanted: Tracked) => findings.filter((one) => one.state === wanted).length;
  const track = (finding: string, to: "open" | "sent" | "accepted") => {
    attempt(call("trackFinding", { params: { finding }, body: { state: to } }), reload);
  };
  if (findings.length === 0) return <Nothing text={say("packs.findings.none")} />;
  return (
    <section aria-label={say("packs.findings")}>
      <h2>{say("packs.findings")}</h2>
      <Segmented<Tracked>
        aria-label={say("packs.show")}
        value={state}
        onChange={setState}
        options={STATES.map((one) => ({ value: one, label: `${say(`finding-state.${one}`)} ${count(one)}` }))}
      />
      <Wide label={say("packs.findings")}>
        <Table
          rowKey="id"
          dataSource={findings.filter((one) => one.state === state)}
          locale={{ emptyText: <Nothing text={say("packs.none-in-state")} /> }}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          columns={[
            {
              title: say("packs.findings"),
              render: (_, { finding }) => (
                <>
                  <b className={finding.level}>{say(`findings.${finding.level}`)}</b> {of(finding.message)}
                </>
              ),
            },
            { title: say("packs.note"), dataIndex: "note" },
            ...(tracks
              ? [
                  {
                    title: say("console.actions"),
                    render: (_: unknown, one: TrackedFinding) =>
                      (["sent", "accepted", "open"] as const)
                        .filter((to) => to !== one.state && one.state !== "closed")
                        .map((to) => (
                          <Button key={to} type="link" onClick={() => track(one.id, to)}>
                            {say(`finding-do.${to}`)}
                          </Button>
                        )),
                  },
                ]
              : []),
          ]}
        />
      </Wide>
    </section>
  );
}
