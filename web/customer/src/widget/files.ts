import { Refused, type Host } from "@remote-support/sdk/host";

/** Fetches what a customer may see; with the token, which an address in a link could not carry. */
export async function fetchFile(host: Host, path: string): Promise<Blob> {
  const { accessToken } = await host.visitor();
  const answer = await fetch(`${host.origin}/api/${path}`, {
    headers: { Authorization: `Bearer ${accessToken}` },
    credentials: "omit",
  });
  if (!answer.ok) throw new Refused(answer.status, "", answer.statusText);
  return answer.blob();
}

export async function download(host: Host, path: string, name: string): Promise<void> {
  handOver(host, await fetchFile(host, path), name);
}

/** Gives a file to the person's own disk. Of no type, so that no browser thinks of showing it. */
export function handOver({ element }: Host, file: Blob, name: string): void {
  const address = URL.createObjectURL(new Blob([file], { type: "application/octet-stream" }));
  element("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Draws a picture. Onto a canvas, because a site's policy may forbid images that are not its own. */
export async function draw(canvas: HTMLCanvasElement, source: Blob, width: number, height: number): Promise<void> {
  const picture = await createImageBitmap(source);
  const scale = Math.min(1, width / picture.width, height / picture.height);
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
}
