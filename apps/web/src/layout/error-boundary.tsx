import { Button, Result } from "antd";
import { Component, type ReactNode } from "react";
import { useText } from "../text/language.tsx";

interface Props {
  readonly children: ReactNode;
}

/** A page that fails while it is drawn says so, and leaves the others usable. What was typed is kept already. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? <Broken /> : this.props.children;
  }
}

function Broken() {
  const { say } = useText();
  return (
    <Result
      status="error"
      title={say("state.broken")}
      subTitle={say("state.broken.advice")}
      extra={<Button onClick={() => location.reload()}>{say("state.reload")}</Button>}
    />
  );
}
