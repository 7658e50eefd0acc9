/** Rules of forms: nothing when the value is fine, else what to do. */
export function required(words: string): (value: string) => string | null {
  return (value) => (value.trim() ? null : words);
}

export function emailRule(value: string): string | null {
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? null : "Enter an e-mail address such as name@example.com";
}

export function passwordRule(value: string): string | null {
  return value.length >= 12 ? null : "Use at least 12 characters; a few words are fine";
}

/** A web origin: scheme, host and port, without a path. */
export function originRule(value: string): string | null {
  try {
    const url = new URL(value);
    const web = url.protocol === "https:" || url.protocol === "http:";
    return web && url.origin === value.replace(/\/$/, "")
      ? null
      : "Enter an origin such as https://shop.example.com, without a path";
  } catch {
    return "Enter an origin such as https://shop.example.com, without a path";
  }
}
