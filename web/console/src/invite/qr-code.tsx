import { encode } from "uqr";

/** A link as a QR code, for the camera of a phone; dark on light in every colour scheme, as cameras want it. */
export function QrCode({ value, size = 176 }: { value: string; size?: number }) {
  const { data, size: modules } = encode(value, { border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return (
    <svg
      viewBox={`0 0 ${modules} ${modules}`}
      width={size}
      height={size}
      role="img"
      aria-label={`QR code of ${value}`}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#fff" />
      <path d={path} fill="#111" />
    </svg>
  );
}
