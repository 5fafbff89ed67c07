import { Painting, WIDTH } from '#scripts/drawing/paint.ts';

const SPINES = [
  '#9c4a3c',
  '#3f5f78',
  '#c79a4f',
  '#5f7350',
  '#7a4f6b',
  '#d9cbb0',
  '#32434f',
  '#b5703f',
] as const;

/** Stone stairs at night between stalls of old books, and a hill of lit houses. */
export function bookstalls(): Painting {
  const at = new Painting(113);
  at.fill(at.fade(['#141b38', '#25325a', '#4a4f78', '#86697a']));
  at.glow(900, 560, 700, '#e0a070', 0.35);
  hill(at);
  stairs(at);
  for (let n = 0; n < 4; n += 1) {
    const scale = 0.5 + n * 0.2;
    stall(at, 585 - n * 165, 700 + n * 130, scale, 1);
    stall(at, 1215 + n * 165, 700 + n * 130, scale, -1);
  }
  people(at);
  at.fine(() => {
    for (let n = 0; n < 170; n += 1) {
      const size = at.between(0.7, 2.2);
      at.oval(at.between(0, WIDTH), at.between(0, 230), size, size, '#fdf6e3', {
        opacity: at.between(0.2, 0.9),
      });
    }
  });
  return at;
}

function hill(at: Painting): void {
  for (let row = 0; row < 7; row += 1) {
    const y = 250 + row * 62;
    for (let x = -40; x < WIDTH + 40; x += at.between(62, 110)) {
      const rise = 130 * Math.sin((x / WIDTH) * Math.PI) - 40;
      const [w, h] = [at.between(70, 130), at.between(60, 120)];
      const top = y - rise + at.between(-22, 22);
      at.rect(x, top, w, h + 60, at.pick(['#6b5f6b', '#574f63', '#7d6a68', '#494660', '#8a7468']));
      at.rect(x, top, w, 7, '#9c8780', { opacity: 0.6 });
      for (let n = 0; n < 3; n += 1) {
        if (at.random() < 0.5) continue;
        const [wx, wy] = [x + 12 + n * 32, top + at.between(20, 46)];
        if (wx > x + w - 18) continue;
        at.rect(wx, wy, 13, 19, at.pick(['#ffd689', '#ffc46a', '#ffe6b5', '#9fc3d4']));
        at.glow(wx + 6, wy + 9, 32, '#ffca7a', 0.35);
      }
    }
  }
}

function stairs(at: Painting): void {
  at.shape(
    [
      [760, 600],
      [1040, 600],
      [1900, 1280],
      [-100, 1280],
    ],
    '#6b5d58',
  );
  for (let n = 0; n < 22; n += 1) {
    const t = (n / 21) ** 1.55;
    const y = 606 + t * 640;
    const half = 142 + t * 830;
    const h = 7 + t * 44;
    at.shape(
      [
        [900 - half, y],
        [900 + half, y],
        [900 + half + 8, y + h],
        [900 - half - 8, y + h],
      ],
      at.fade(['#b09a84', '#8d7a6b']),
    );
    at.shape(
      [
        [900 - half - 8, y + h],
        [900 + half + 8, y + h],
        [900 + half + 8, y + h * 1.55],
        [900 - half - 8, y + h * 1.55],
      ],
      '#4d4348',
    );
    at.strokes([900 - half, y, half * 1.8, h * 0.8], ['#d0b697', '#7a6a60'], 9, {
      length: 60 + t * 120,
      width: 2 + t * 6,
      opacity: 0.35,
    });
  }
  at.glow(900, 900, 640, '#ffcf8c', 0.3);
}

function stall(at: Painting, x: number, y: number, scale: number, way: 1 | -1): void {
  const s = (value: number) => value * scale;
  const left = way === 1 ? x - s(330) : x;
  at.shape(
    [
      [left - s(10), y + s(130)],
      [left + s(340), y + s(130)],
      [left + s(320), y + s(165)],
      [left + s(10), y + s(165)],
    ],
    '#1d1620',
    { opacity: 0.5, blur: 6 },
  );
  at.rect(left, y - s(190), s(330), s(330), '#3a2a28');
  at.rect(left + s(8), y - s(176), s(314), s(214), at.fade(['#c98f55', '#a86f42']));
  for (let shelf = 0; shelf < 3; shelf += 1) {
    const base = y - s(108) + shelf * s(72);
    let at2 = left + s(14);
    while (at2 < left + s(306)) {
      const [w, h] = [s(at.between(8, 19)), s(at.between(40, 60))];
      const lean = at.random() < 0.12 ? s(8) : 0;
      at.shape(
        [
          [at2 + lean, base - h],
          [at2 + w + lean, base - h],
          [at2 + w, base],
          [at2, base],
        ],
        at.pick(SPINES),
      );
      at.line(
        [
          [at2 + w / 2 + lean, base - h * 0.8],
          [at2 + w / 2 + lean * 0.5, base - h * 0.62],
        ],
        '#f2e2b8',
        s(3),
        { opacity: 0.6 },
      );
      at2 += w + s(1.5);
    }
    at.rect(left + s(8), base, s(314), s(8), '#5b3d2b');
  }
  at.rect(left - s(12), y + s(40), s(354), s(16), '#7d5638');
  at.rect(left - s(4), y + s(56), s(338), s(86), '#4a3129');
  for (let pile = 0; pile < 6; pile += 1) {
    const px = left + s(14 + pile * 54);
    for (let n = 0; n < 2 + Math.floor(at.random() * 4); n += 1) {
      at.rect(px + s(at.between(-3, 3)), y + s(30) - n * s(10), s(44), s(10), at.pick(SPINES));
    }
  }
  at.shape(
    [
      [left - s(30), y - s(180)],
      [left + s(360), y - s(180)],
      [left + s(330), y - s(226)],
      [left, y - s(226)],
    ],
    at.pick(['#7a3f3a', '#3f5560', '#6b6242']),
  );
  for (const lamp of [80, 250]) {
    at.glow(left + s(lamp), y - s(130), s(230), '#ffd48a', 0.75);
    at.oval(left + s(lamp), y - s(150), s(15), s(19), '#fff4d2');
    at.line(
      [
        [left + s(lamp), y - s(180)],
        [left + s(lamp), y - s(166)],
      ],
      '#1f171b',
      s(4),
    );
  }
}

function people(at: Painting): void {
  const walkers = [
    [860, 700, 74, '#53607a'],
    [900, 704, 66, '#8c5a4c'],
    [985, 760, 92, '#3f5a5a'],
    [770, 850, 140, '#6d4a5c'],
    [1040, 905, 156, '#4c5f7a'],
    [960, 1075, 232, '#8a4f3f'],
    [1040, 1082, 214, '#3c4a50'],
  ] as const;
  for (const [x, y, h, coat] of walkers) {
    at.oval(x, y + 3, h * 0.22, h * 0.05, '#1d1620', { opacity: 0.55, blur: 4 });
    at.figure(x, y, h, coat, { head: '#b58a6d', legs: '#1f1a24' });
  }
  at.shape(
    [
      [1006, 975],
      [1046, 966],
      [1050, 996],
      [1010, 1004],
    ],
    '#e9d9b2',
  );
  at.glow(1030, 985, 70, '#ffe2a4', 0.6);
}
