import { useSyncExternalStore } from "react";
import type { SignIn } from "../api/access";
import { access } from "../api/client";
import type { User } from "../api/model";

export function useSignIn(): SignIn {
  return useSyncExternalStore(access.subscribe, access.signIn);
}

/** The signed-in user; only for pages inside the shell. */
export function useUser(): User {
  const signIn = useSignIn();
  if (signIn.status !== "in") throw new Error("No one is signed in.");
  return signIn.user;
}
