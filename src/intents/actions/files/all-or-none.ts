/**
 * Does the same with each, and when one fails puts back what was done with those before it, the last first: a turn that failed
 * has changed nothing.
 */
export async function allOrNone<From, Done>(
  items: readonly From[],
  act: (item: From) => Promise<Done>,
  putBack: (done: Done) => Promise<unknown>,
): Promise<readonly Done[]> {
  const done: Done[] = [];
  try {
    for (const item of items) done.push(await act(item));
    return done;
  } catch (error) {
    for (const one of done.toReversed()) await putBack(one);
    throw error;
  }
}
