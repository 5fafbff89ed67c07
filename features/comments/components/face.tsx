/** A small picture drawn from a random id, so that one writer can be followed through a thread. */
export function Face({ face }: { face: string }) {
  const [hue = 0, x = 0, y = 0, size = 0] =
    face.match(/../g)?.map((two) => parseInt(two, 16)) ?? [];
  const turn = Math.round((hue / 256) * 360);
  return (
    <svg aria-hidden="true" className="face" height="36" viewBox="0 0 36 36" width="36">
      <rect fill={`hsl(${turn} 38% 80%)`} height="36" width="36" />
      <circle
        cx={8 + (x % 21)}
        cy={8 + (y % 21)}
        fill={`hsl(${turn} 45% 42%)`}
        r={8 + (size % 6)}
      />
      <circle
        cx={8 + (y % 19)}
        cy={8 + (size % 19)}
        fill={`hsl(${(turn + 40 + (x % 80)) % 360} 45% 62%)`}
        r={4 + (x % 4)}
      />
    </svg>
  );
}
