export { Peer } from "./peer";
export type { PeerFrame, PeerOptions, PeerWord } from "./peer";
