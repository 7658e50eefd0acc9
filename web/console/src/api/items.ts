import type { Page } from "./model";

/** The items of a short list, whether it comes bare or as a page. */
export function itemsOf<T>(answer: Page<T> | T[]): T[] {
  return Array.isArray(answer) ? answer : answer.items;
}
