/**
 * Who may use an endpoint: a small named predicate over the actor and what was loaded.
 * `open` marks one that needs no session, with the reason why.
 */
export type Policy<Actor, Loaded> = {
  (actor: Actor, loaded: Loaded): boolean
  open?: string
}

/** Anybody, without a session. The reason is kept for the access table in the documents and tests. */
export const everyone = (reason: string): Policy<unknown, unknown> => Object.assign(() => true, { open: reason })

/** Anybody with a session: for endpoints that only answer about the caller. */
export const signedIn: Policy<unknown, unknown> = () => true
