/** 区 担当 is written 区（担当・係長…） on a lane. */
const plain = (name) => (name ?? '').replace(/[\s　・（）()]/g, '');

/** Whose lane it is, by its name, as the check role-in-lane reads it; empty if it names nobody. */
export function laneRoles(lane, roles) {
  let left = plain(lane);
  const longestFirst = [...roles].sort((one, other) => plain(other.label).length - plain(one.label).length);
  return longestFirst
    .filter(({ label }) => {
      const named = left.includes(plain(label));
      left = left.replaceAll(plain(label), '　');
      return named;
    })
    .map(({ value }) => value);
}
