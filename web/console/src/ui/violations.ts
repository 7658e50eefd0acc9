import { asProblem } from "../api/problem";

interface Form {
  values: object;
  setFieldError: (path: never, error: string) => void;
}

/** Puts what the server did not accept beside the fields it speaks of. */
export function showViolations(form: Form, error: unknown): void {
  for (const { field, message } of asProblem(error).violations) {
    const name = field.split(".").pop() ?? field;
    if (name in form.values) form.setFieldError(name as never, message);
  }
}
