import { Button, Input, type InputProps } from "antd";
import { useState } from "react";
import { useText } from "../text/language.tsx";

/** A password, hidden until its owner wants to see what was typed. */
export function PasswordInput(props: InputProps) {
  const { say } = useText();
  const [shown, setShown] = useState(false);
  const reveal = (
    <Button type="text" size="small" aria-pressed={shown} onClick={() => setShown(!shown)}>
      {say(shown ? "password.hide" : "password.show")}
    </Button>
  );
  return <Input {...props} type={shown ? "text" : "password"} suffix={reveal} />;
}
