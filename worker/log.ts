/** One JSON line a fact; names of routes, codes and ids of requests, never a person's data. */
export type Fact = Readonly<Record<string, string | number | boolean | null | undefined>>;

export const log = (event: string, fact: Fact = {}): void => console.log(JSON.stringify({ event, ...fact }));
export const logError = (event: string, fact: Fact = {}): void => console.error(JSON.stringify({ event, ...fact }));

/** The class and message of an error with anything quoted or bound left out: D1 messages may hold values. */
export const errorName = (error: unknown): string =>
  error instanceof Error ? `${error.name}: ${error.message.replace(/"[^"]*"|'[^']*'|\d{5,}/g, "…").slice(0, 200)}` : typeof error;
