import { Painting, type Point } from '#scripts/drawing/paint.ts';

const STAGE = 800;

/** A small house with its iron curtain half up: behind it the dusk in a great window. */
export function theatre(): Painting {
  const at = new Painting(97);
  at.fill(at.fade(['#2a1518', '#43211f', '#2d1617']));
  backdrop(at);
  actors(at);
  curtain(at);
  arch(at);
  boxes(at, 0, 1);
  boxes(at, 1800, -1);
  seats(at);
  return at;
}

function backdrop(at: Painting): void {
  at.rect(380, 180, 1040, 640, at.fade(['#4d3a36', '#6b5147', '#4a3731']));
  const sky = at.fade(['#3a4f78', '#7583a0', '#d79a7c', '#f4cf98']);
  at.path('M640 740 V420 Q640 250 900 240 Q1160 250 1160 420 V740Z', sky);
  at.path(
    'M640 740 V660 L700 640 L740 660 L790 600 L830 650 L880 630 L900 560 L920 630 L980 650 L1040 610 L1090 650 L1160 630 V740Z',
    '#4b4a63',
    { opacity: 0.85 },
  );
  for (let n = 0; n < 22; n += 1)
    at.rect(at.between(650, 1140), at.between(672, 725), 7, 9, '#ffd789');
  for (const x of [766, 896, 1026]) at.rect(x, 246, 9, 496, '#3a2a28');
  for (const y of [420, 580]) at.rect(640, y, 520, 8, '#3a2a28');
  at.glow(900, 640, 560, '#f6cf98', 0.5);
  at.shape(
    [
      [640, 742],
      [1160, 742],
      [1420, 850],
      [380, 850],
    ],
    at.fade(['#c7976a', '#6f4a36']),
  );
  at.strokes([400, 745, 1000, 90], ['#e3b685', '#543526', '#a2734f'], 90, {
    length: 170,
    width: 5,
    opacity: 0.4,
  });
}

function actors(at: Painting): void {
  const queue = [
    [560, '#51606f'],
    [622, '#8a4a3d'],
    [690, '#5d5a48'],
    [752, '#37495c'],
    [815, '#a3774c'],
    [876, '#4a3a4c'],
    [940, '#6a7a6a'],
    [1000, '#7a3a38'],
    [1062, '#3f4c55'],
    [1122, '#8d7a5c'],
  ] as const;
  for (const [n, [x, coat]] of queue.entries()) {
    const y = 800 + (n % 3) * 5;
    at.shape(
      [
        [x - 14, y],
        [x + 14, y],
        [x - 30, y + 44],
        [x - 70, y + 44],
      ],
      '#241512',
      { opacity: 0.4, blur: 5 },
    );
    at.figure(x, y, 178 + (n % 4) * 8, coat, { lean: n % 2 ? 3 : -3, legs: '#231c20' });
  }
  at.rect(1214, 776, 70, 44, '#6d4a30');
  at.rect(1238, 768, 22, 10, '#3c281c');
  at.figure(1244, 792, 140, '#b8503f', { legs: '#6d4a30' });
}

function curtain(at: Painting): void {
  const foot = 470;
  at.path(
    `M360 60 H1440 V${foot} C1300 ${foot + 26} 1180 ${foot - 14} 1060 ${foot + 10} C940 ${foot + 30} 800 ${foot - 12} 680 ${foot + 10} C560 ${foot + 26} 470 ${foot} 360 ${foot + 8}Z`,
    at.fade(['#4d1417', '#8c2a2a', '#a63a33']),
  );
  for (let n = 0; n < 44; n += 1) {
    const x = 366 + n * 24.6;
    at.line(
      [
        [x, 70],
        [x + at.between(-6, 6), 260],
        [x + at.between(-3, 3), foot - 26],
      ],
      n % 2 ? '#5d171b' : '#c2544a',
      at.between(5, 11),
      { opacity: 0.5 },
    );
  }
  at.strokes([372, foot - 34, 1000, 18], ['#e2b765', '#b78537', '#f0d089'], 130, {
    length: 60,
    width: 9,
    opacity: 0.9,
  });
  for (let x = 372; x < 1432; x += 13)
    at.line(
      [
        [x, foot - 8],
        [x + 1, foot + 22],
      ],
      at.pick(['#d9aa55', '#a87730']),
      5,
    );
}

function arch(at: Painting): void {
  const gold = at.fade(['#8b6233', '#d9b06a', '#9a6f3b'], [0, 0], [1, 0]);
  at.path(
    'M-60 -60 H1860 V900 H1440 V180 Q1440 70 1300 66 H500 Q360 70 360 180 V900 H-60Z',
    at.fade(['#3b1c1b', '#552a25', '#3a1d1b']),
  );
  at.path(
    'M330 860 V180 Q330 44 500 36 H1300 Q1470 44 1470 180 V860 H1436 V184 Q1436 78 1300 72 H500 Q364 78 364 184 V860Z',
    gold,
  );
  for (const x of [347, 1453]) {
    for (let n = 0; n < 11; n += 1) at.oval(x, 190 + n * 58, 10, 17, '#f0d595', { opacity: 0.7 });
  }
  at.oval(900, 44, 84, 52, '#c99c56');
  at.oval(900, 44, 58, 36, '#6b2422');
  at.oval(900, 42, 22, 24, '#efd79c');
  at.rect(300, STAGE + 44, 1200, 60, at.fade(['#8a5a3a', '#4b2c20']));
  for (let n = 0; n < 12; n += 1) at.glow(400 + n * 91, STAGE + 46, 60, '#ffdf9c', 0.85, 0.7);
}

/** The boxes at one side, getting smaller toward the stage. */
function boxes(at: Painting, edge: number, way: 1 | -1): void {
  for (const [row, y] of [120, 430].entries()) {
    for (let n = 0; n < 2; n += 1) {
      const x = edge + way * (40 + n * 150);
      const w = way * (140 - n * 18);
      const drop = y + n * 26;
      const opening: Point[] = [
        [x, drop],
        [x + w, drop + 16],
        [x + w, drop + 150],
        [x, drop + 156],
      ];
      at.shape(opening, '#1b0d10');
      at.glow(x + w / 2, drop + 60, 80, '#ffc977', row === 0 ? 0.35 : 0.5);
      at.shape(
        [
          [x, drop + 130],
          [x + w, drop + 132],
          [x + w, drop + 200],
          [x, drop + 216],
        ],
        at.fade(['#b98a4c', '#7b4f2b']),
      );
      at.line(
        [
          [x, drop + 130],
          [x + w, drop + 132],
        ],
        '#efd295',
        8,
      );
      for (const along of [0.3, 0.62]) {
        at.oval(x + w * along, drop + 104, 15, 18, '#0f0809');
        at.path(`M${x + w * along - 26} ${drop + 134} q26 -34 52 0Z`, '#0f0809');
      }
    }
  }
}

function seats(at: Painting): void {
  for (let row = 0; row < 5; row += 1) {
    const y = 930 + row * row * 9 + row * 38;
    const size = 54 + row * 15;
    for (let x = -60 + (row % 2) * size * 0.6; x < 1880; x += size * 1.22) {
      const sag = ((x - 900) / 900) ** 2 * 26;
      const taken = at.random() < 0.78;
      if (taken) {
        at.oval(x, y - size * 0.62 - sag, size * 0.25, size * 0.31, '#150b0d');
        at.path(
          `M${x - size * 0.5} ${y + 6 - sag} Q${x - size * 0.42} ${y - size * 0.42 - sag} ${x} ${y - size * 0.42 - sag} Q${x + size * 0.42} ${y - size * 0.42 - sag} ${x + size * 0.5} ${y + 6 - sag}Z`,
          at.pick(['#1f1215', '#2a171a', '#18141c']),
        );
        at.line(
          [
            [x - size * 0.18, y - size * 0.86 - sag],
            [x + size * 0.18, y - size * 0.86 - sag],
          ],
          '#d99a62',
          3,
          { opacity: 0.45 },
        );
      }
      at.path(
        `M${x - size * 0.54} ${y + size - sag} V${y - sag} Q${x} ${y - size * 0.34 - sag} ${x + size * 0.54} ${y - sag} V${y + size - sag}Z`,
        at.fade(['#7c2a28', '#48171a']),
      );
      at.line(
        [
          [x - size * 0.46, y - size * 0.06 - sag],
          [x, y - size * 0.18 - sag],
          [x + size * 0.46, y - size * 0.06 - sag],
        ],
        '#c0625a',
        3,
        { opacity: 0.6 },
      );
    }
  }
}
