/** New recovery codes, to be kept where the app is not. They are not shown again. */
export function CodesOnce({ codes }: { codes: readonly string[] }) {
  return (
    <div className="grid gap-2 bg-tint p-4" role="status">
      <h2 className="font-semibold">Your recovery codes</h2>
      <p className="max-w-prose">
        Each opens the desk once, if you lose the app. Print them or write them down now, and keep
        them apart from the device: they are not shown again.
      </p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1 font-mono tabular-nums sm:w-max">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </div>
  );
}
