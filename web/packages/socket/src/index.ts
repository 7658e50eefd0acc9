export { resilientSocket, Stop } from "./resilient-socket";
export type { Closed, Frame, ResilientSocket, SocketOptions, SocketState, SocketToken } from "./resilient-socket";
