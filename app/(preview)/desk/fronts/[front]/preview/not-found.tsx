import { deskPath } from '#lib/paths.ts';

export default function NoPreview() {
  return (
    <main className="wrap" lang="en" dir="ltr">
      <title>Not here</title>
      <h1>There is no such front</h1>
      <p>
        <a href={deskPath()}>To the desk</a>
      </p>
    </main>
  );
}
