const SHAPES = {
  stories: 'M4 5h16M4 10h16M4 15h10M4 20h7',
  write: 'M4 20h4L19 9l-4-4L4 16v4zM13 7l4 4',
  schedule: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.5 2',
  comments: 'M4 5h16v11H10l-4 4v-4H4z',
  mentions: 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM16 8v5.5a2.5 2.5 0 0 0 5 0V12a9 9 0 1 0-3.5 7.1',
  pictures: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5h.01',
  gallery: 'M7 8h14v11H7zM3 15V4h14M7 17l4-4 3 3 2-2 5 4',
  people:
    'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 20c0-4 2.5-6 6-6s6 2 6 6M16 5.5a3 3 0 0 1 0 5.5M17.5 14.5c2.3.6 3.5 2.5 3.5 5.5',
  audit: 'M6 3h9l3 3v15H6zM9 10h6M9 14h6M9 18h3',
  heading: 'M6 5v14M18 5v14M6 12h12',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zM15.5 15.5L20 20',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  bold: 'M7 5h6a3.5 3.5 0 0 1 0 7H7zM7 12h7a3.5 3.5 0 0 1 0 7H7z',
  italic: 'M10 5h8M6 19h8M14 5l-4 14',
  link: 'M10 14a4 4 0 0 0 6 .5l3-3a4 4 0 0 0-5.7-5.7L12 7M14 10a4 4 0 0 0-6-.5l-3 3a4 4 0 0 0 5.7 5.7L12 17',
  bullets: 'M9 6h11M9 12h11M9 18h11M4.5 6h.01M4.5 12h.01M4.5 18h.01',
  numbers: 'M10 6h10M10 12h10M10 18h10M4 4.5h1.5V9M4 14.5h2.5L4 18.5h2.5',
  quote: 'M5 17c3-1 4-3 4-6V7H4v5h3M15 17c3-1 4-3 4-6V7h-5v5h3',
  pullQuote: 'M4 5h16M4 19h16M7 9h10M7 12h10M7 15h6',
  table: 'M4 5h16v14H4zM4 10h16M4 14.5h16M12 5v14',
  factBox: 'M4 5h16v14H4zM8 9h8M8 12h8M8 15h5',
  embed: 'M9 8l-4 4 4 4M15 8l4 4-4 4',
  divider: 'M4 12h16',
  undo: 'M9 7L4 12l5 5M4 12h10a5 5 0 0 1 5 5',
  redo: 'M15 7l5 5-5 5M20 12H10a5 5 0 0 0-5 5',
  up: 'M12 19V5M6 11l6-6 6 6',
  down: 'M12 5v14M6 13l6 6 6-6',
  remove: 'M6 6l12 12M18 6L6 18',
  add: 'M12 5v14M5 12h14',
  find: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5',
  grip: 'M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01',
  keys: 'M3 6h18v12H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10',
  front: 'M4 4h16v5H4zM4 12h9v8H4zM16 12h4M16 16h4M16 20h4',
  move: 'M12 4v16M4 12h16M9 7l3-3 3 3M9 17l3 3 3-3M7 9l-3 3 3 3M17 9l3 3-3 3',
  before: 'M19 12H5M11 6l-6 6 6 6',
  after: 'M5 12h14M13 6l6 6-6 6',
  planning: 'M4 6h16v14H4zM4 10h16M8 4v4M16 4v4M8 14h3M8 17h7',
  pin: 'M9 4h6l-1 6 3 3H7l3-3zM12 13v7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  more: 'M6 12h.01M12 12h.01M18 12h.01',
} as const;

export type IconName = keyof typeof SHAPES;

/** A picture for sighted people only: the control that holds it has the words. */
export function Icon({ name, className = '' }: { name: IconName; className?: string }) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={`flex-none ${className}`}
    >
      <path d={SHAPES[name]} />
    </svg>
  );
}
