import { type CallOutput, type Publication, pathOf } from "@mingzhang/server/api";
import { Alert, Button, DatePicker, Form, Input, Progress } from "antd";
import { useEffect, useState } from "react";
import { useOpenBudget } from "../budgets/open-budget.ts";
import { problemText, WhenAsked } from "../layout/states.tsx";
import { useAsked } from "../session/asked.ts";
import { call } from "../session/client.ts";
import { useSession } from "../session/session.tsx";
import { useText } from "../text/language.tsx";

const ASK_AGAIN = 2000;

/** Published versions of a document with their files, and the address where each was put. */
export function Publications({ document }: { readonly document: Publication["document"] }) {
  const { say } = useText();
  const { head } = useOpenBudget();
  const asked = useAsked(
    async () =>
      (await call("publications", { query: { year: head.year, body: head.bodyId } })).publications.filter(
        (one) => one.budgetId === head.id && one.document === document,
      ),
    [head.id, head.version, head.yearState, document],
  );
  return (
    <section aria-label={say("publication.title")}>
      <h2>{say("publication.title")}</h2>
      <WhenAsked asked={asked}>
        {(publications) =>
          publications.length === 0 ? (
            <p className="quiet">{say("publication.none")}</p>
          ) : (
            publications.map((one) => <OnePublication key={one.id} publication={one} reload={asked.reload} />)
          )
        }
      </WhenAsked>
    </section>
  );
}

interface Props {
  readonly publication: Publication;
  readonly reload: () => void;
}

function OnePublication({ publication, reload }: Props) {
  const { say } = useText();
  const { me } = useSession();
  const { id, version, files, job, address, publicationDay, superseded, reason } = publication;
  const publishes = me.memberships.some(
    ({ role, bodyId }) => role === "publisher" && bodyId === publication.bodyId,
  );
  return (
    <article className="publication">
      <b>{say("publication.version", { version })}</b>{" "}
      <span className="quiet">
        {publicationDay ?? ""} {superseded && say("publication.superseded")}
      </span>
      {reason !== "" && <p className="said">{reason}</p>}
      {files.length === 0 && job !== null && <JobProgress job={job} onDone={reload} />}
      {files.length > 0 && (
        <>
          <p>
            <a href={pathOf("publicationArchive", { params: { publication: id } })} download>
              {say("publication.all")}
            </a>
          </p>
          <details>
            <summary>{say("publication.files", { count: files.length })}</summary>
            <ul>
              {files.map(({ path, sha256 }) => (
                <li key={path}>
                  <a
                    href={pathOf("publicationFile", { params: { publication: id }, query: { path } })}
                    download
                    title={sha256}
                  >
                    {path}
                  </a>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
      {address !== "" && (
        <p>
          {say("publication.address")}: <span>{address}</span>
        </p>
      )}
      {publishes && !superseded && <AddressForm publication={publication} reload={reload} />}
    </article>
  );
}

/** A job's progress, asked for until it ends. */
export function JobProgress({ job, onDone }: { readonly job: string; readonly onDone: () => void }) {
  const { say, of } = useText();
  const [state, setState] = useState<CallOutput<"job">>();
  useEffect(() => {
    const ask = () =>
      call("job", { params: { job } }).then(
        (answer) => {
          setState(answer);
          if (answer.state === "done") onDone();
          if (answer.state === "done" || answer.state === "failed") clearInterval(timer);
        },
        () => undefined,
      );
    const timer = setInterval(ask, ASK_AGAIN);
    void ask();
    return () => clearInterval(timer);
  }, [job, onDone]);
  if (state?.state === "failed")
    return <Alert type="error" showIcon title={say("publication.failed", { why: of(state.message) })} />;
  return (
    <div role="status">
      {state === undefined ? say("publication.making") : of(state.message)}
      <Progress percent={Math.round((state?.progress ?? 0) * 100)} aria-label={say("publication.making")} />
    </div>
  );
}

function AddressForm({ publication, reload }: Props) {
  const text = useText();
  const { say } = text;
  const [day, setDay] = useState<string>();
  const [error, setError] = useState<unknown>();
  const send = async ({ address }: { readonly address: string }) => {
    if (day === undefined) return;
    setError(undefined);
    try {
      await call("recordAddress", { params: { publication: publication.id }, body: { address, day } });
      reload();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Form layout="inline" onFinish={send} className="bar">
      <Form.Item name="address" label={say("publication.address")} rules={[{ required: true, type: "url" }]}>
        <Input placeholder="https://" />
      </Form.Item>
      <DatePicker
        aria-label={say("publication.day")}
        placeholder={say("publication.day")}
        onChange={(_, written) => setDay(typeof written === "string" && written !== "" ? written : undefined)}
      />
      <Button htmlType="submit">{say("publication.record")}</Button>
      {error !== undefined && <Alert type="error" showIcon role="alert" title={problemText(error, text)} />}
    </Form>
  );
}
