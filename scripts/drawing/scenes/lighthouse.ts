import { Painting, type Point, WIDTH } from '#scripts/drawing/paint.ts';

/** A lighthouse in a gale: the sea is coming over the rocks. */
export function lighthouse(): Painting {
  const at = new Painting(37);
  at.fill(at.fade(['#1d2a38', '#34485a', '#5d727d', '#9aa6a3', '#c9c4b0']));
  for (let n = 0; n < 34; n += 1) {
    const [x, y] = [at.between(-100, WIDTH), at.between(-60, 430)];
    const cloud = at.pick(['#223140', '#2f4252', '#4a5f6d', '#7a8a8f']);
    at.oval(x, y, at.between(160, 420), at.between(30, 90), cloud, { opacity: 0.4, blur: 18 });
  }
  at.strokes([0, 40, WIDTH, 460], ['#1b2733', '#8c9a9d', '#3c5162'], 80, {
    length: 480,
    width: 22,
    opacity: 0.25,
    slope: -0.16,
  });
  at.shape(
    [
      [1268, 348],
      [-500, 40],
      [-500, 480],
    ],
    '#fff1c4',
    { opacity: 0.2, blur: 12 },
  );
  at.shape(
    [
      [1268, 348],
      [-500, 190],
      [-500, 330],
    ],
    '#fff4d2',
    { opacity: 0.35, blur: 12 },
  );
  at.rect(0, 660, WIDTH, 560, at.fade(['#7e9296', '#48626c', '#27404c', '#172a35']));
  swell(at, 690, 30, '#6d858b', 0.7);
  headland(at);
  swell(at, 800, 55, '#3f5b66', 1);
  tower(at, 1268, 352);
  swell(at, 905, 75, '#2d4854', 1);
  breaker(at);
  swell(at, 1050, 90, '#1b323d', 1);
  at.fine(() => {
    for (let n = 0; n < 520; n += 1) {
      const [x, y] = [at.between(-60, WIDTH), at.between(0, 1200)];
      const reach = at.between(14, 40);
      at.line(
        [
          [x, y],
          [x + reach, y + reach * 0.34],
        ],
        '#e8ece6',
        1.4,
        { opacity: at.between(0.06, 0.3) },
      );
    }
  });
  return at;
}

function swell(at: Painting, y: number, height: number, colour: string, opacity: number): void {
  const crest: Point[] = [];
  const phase = at.between(0, 6);
  for (let x = -40; x <= WIDTH + 40; x += 30) {
    const wave = Math.sin(x / 170 + phase) + 0.5 * Math.sin(x / 61 + phase * 2);
    crest.push([x, y - Math.abs(wave) * height * 0.6 + at.between(-6, 6)]);
  }
  at.shape([[-40, 1240], ...crest, [WIDTH + 40, 1240]], colour, { opacity });
  for (const [x, top] of crest) {
    if (at.random() < 0.72)
      at.oval(x, top + 5, at.between(16, 46), at.between(3, 9), '#dfe5df', { opacity: 0.75 });
    at.line(
      [
        [x, top + 24],
        [x + at.between(40, 120), top + at.between(40, 70)],
      ],
      '#a9bbba',
      4,
      { opacity: 0.4 },
    );
  }
}

function headland(at: Painting): void {
  at.path(
    'M880 760 C940 700 1010 690 1080 640 C1150 600 1230 604 1330 600 C1480 590 1600 620 1830 600 L1830 900 L880 900Z',
    at.fade(['#4a5148', '#33393a', '#20272b']),
  );
  at.path(
    'M1080 642 C1150 602 1230 606 1330 602 C1480 592 1600 622 1830 602 L1830 640 C1620 655 1400 620 1180 660Z',
    '#66714f',
    { opacity: 0.8 },
  );
  at.strokes([930, 680, 880, 190], ['#6b6f69', '#1a2023', '#828680'], 150, {
    length: 90,
    width: 7,
    opacity: 0.45,
    slope: 0.35,
  });
}

function tower(at: Painting, x: number, lamp: number): void {
  const wall = at.fade(['#8f958f', '#efe9d8', '#c4bfae', '#7d817d'], [0, 0], [1, 0]);
  at.shape(
    [
      [x - 34, lamp + 34],
      [x + 34, lamp + 34],
      [x + 58, 612],
      [x - 58, 612],
    ],
    wall,
  );
  const band = at.fade(['#5f2a25', '#a8443a', '#8b372f', '#4c211d'], [0, 0], [1, 0]);
  at.shape(
    [
      [x - 42, lamp + 110],
      [x + 42, lamp + 110],
      [x + 48, lamp + 170],
      [x - 48, lamp + 170],
    ],
    band,
  );
  at.rect(x - 48, lamp + 24, 96, 12, '#252a2f');
  at.rect(x - 28, lamp - 34, 56, 60, '#fff0bd');
  for (const post of [-28, -10, 8, 25]) at.rect(x + post, lamp - 34, 4, 60, '#3a3a38');
  at.path(
    `M${x - 38} ${lamp - 32} C${x - 30} ${lamp - 74} ${x + 30} ${lamp - 74} ${x + 38} ${lamp - 32}Z`,
    '#8b372f',
  );
  at.line(
    [
      [x, lamp - 64],
      [x, lamp - 96],
    ],
    '#252a2f',
    5,
  );
  at.glow(x, lamp - 4, 190, '#fff2c6', 0.95);
  at.rect(x - 9, lamp + 70, 18, 26, '#37404a');
  at.rect(x - 9, lamp + 200, 18, 26, '#37404a');
  at.shape(
    [
      [x + 70, 612],
      [x + 70, 548],
      [x + 116, 512],
      [x + 230, 512],
      [x + 276, 548],
      [x + 276, 612],
    ],
    '#d8d2c0',
  );
  at.shape(
    [
      [x + 60, 552],
      [x + 112, 506],
      [x + 234, 506],
      [x + 286, 552],
    ],
    '#3d4247',
  );
  for (const window of [92, 160, 228]) at.rect(x + window, 564, 22, 24, '#ffdd92');
}

function breaker(at: Painting): void {
  for (let n = 0; n < 420; n += 1) {
    const angle = at.between(-2.75, -0.75);
    const reach = at.random() ** 0.7 * 350;
    const from = reach * at.between(0.45, 0.8);
    const [dx, dy] = [Math.cos(angle) * 0.8, Math.sin(angle)];
    const drift = (reach / 350) ** 2 * 60;
    at.line(
      [
        [1060 + dx * from, 880 + dy * from],
        [1060 + dx * reach + drift, 880 + dy * reach],
      ],
      at.pick(['#f6f6ee', '#dfe6e1', '#b4c4c5', '#90a8ae']),
      at.between(4, 22) * (1.1 - reach / 380),
      { opacity: at.between(0.3, 0.85) },
    );
  }
  at.fine(() => {
    for (let n = 0; n < 260; n += 1) {
      const angle = at.between(-2.6, -0.6);
      const reach = at.between(150, 430);
      const size = at.between(1, 4);
      const [x, y] = [1075 + Math.cos(angle) * reach * 0.85, 870 + Math.sin(angle) * reach];
      at.oval(x + reach * 0.2, y, size * 1.4, size, '#f4f5ee', { opacity: at.between(0.3, 0.9) });
    }
  });
  for (let n = 0; n < 130; n += 1) {
    const x = 1040 + (at.random() + at.random() - 1) * 420;
    const y = 885 + (at.random() + at.random() - 1) * 46;
    at.line(
      [
        [x - at.between(20, 90), y],
        [x + at.between(20, 90), y + at.between(-6, 6)],
      ],
      at.pick(['#eef1ea', '#cfdad7', '#9fb4b6']),
      at.between(4, 13),
      { opacity: 0.75 },
    );
  }
}
