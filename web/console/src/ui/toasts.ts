import { notifications } from "@mantine/notifications";
import { asProblem } from "../api/problem";

export function toastProblem(error: unknown): void {
  const problem = asProblem(error);
  notifications.show({
    id: `problem-${problem.code}`,
    color: "red",
    title: problem.title,
    message: problem.id ? `${problem.detail} (reference ${problem.id})` : problem.detail,
    autoClose: 8_000,
    withBorder: true,
  });
}

export function toastDone(message: string): void {
  notifications.show({ color: "petrol", message, autoClose: 3_500, withBorder: true });
}

export function toastHint(title: string, message: string, id?: string): void {
  notifications.show({ id, color: "amber", title, message, autoClose: 5_000, withBorder: true });
}
