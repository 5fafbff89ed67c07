import { Painting, WIDTH } from '#scripts/drawing/paint.ts';

const BASKETS: readonly [Basket, ...Basket[]] = [
  ['#5d6b33', '#7c8a44', '#454f2a'],
  ['#3d2a33', '#5a3c48', '#2c2028'],
  ['#c98a35', '#d9a24c', '#b5702c'],
];
type Basket = readonly [string, string, string];

/** A market morning under awnings: olives, bottles, a drum of oil. */
export function market(): Painting {
  const at = new Painting(103);
  at.fill(at.fade(['#7fb0cf', '#b7d2da', '#efe4c8']));
  at.ridge(420, 120, 0.4, at.fade(['#8fa3a8', '#b4b596'], [0, 0], [0, 0.5]));
  grove(at);
  houses(at);
  at.rect(-60, 800, WIDTH + 120, 460, at.fade(['#e6d0a3', '#cdb183', '#a68b63']));
  at.strokes([0, 810, WIDTH, 380], ['#f2e1b9', '#b3966a', '#8f7650'], 150, {
    length: 220,
    width: 8,
    opacity: 0.3,
  });
  at.shape(
    [
      [60, 905],
      [860, 905],
      [980, 1010],
      [-60, 1010],
    ],
    '#6d5f58',
    { opacity: 0.4, blur: 8 },
  );
  at.shape(
    [
      [1010, 905],
      [1820, 905],
      [1860, 1010],
      [960, 1010],
    ],
    '#6d5f58',
    { opacity: 0.4, blur: 8 },
  );
  for (const [x, y, h, coat] of [
    [905, 830, 150, '#456279'],
    [960, 838, 138, '#b96a4c'],
    [1000, 826, 120, '#efe6d2'],
    [880, 880, 176, '#6d7a4c'],
  ] as const) {
    at.figure(x, y, h, coat);
  }
  stall(at, 60, ['#b4503f', '#f0e4c9']);
  stall(at, 1030, ['#4c7280', '#f0e4c9']);
  drum(at, 905, 1060);
  tree(at);
  return at;
}

function grove(at: Painting): void {
  for (let n = 0; n < 240; n += 1) {
    const y = at.between(430, 600);
    const size = 5 + (y - 420) * 0.09;
    at.oval(
      at.between(0, WIDTH),
      y,
      size * 1.3,
      size,
      at.pick(['#7c8a5c', '#93a071', '#65754e', '#a9b084']),
      { opacity: 0.8 },
    );
  }
}

function houses(at: Painting): void {
  const row = [
    [-20, 520, 250],
    [220, 470, 210],
    [425, 545, 180],
    [600, 440, 240],
    [835, 510, 170],
    [1000, 470, 230],
    [1225, 530, 200],
    [1420, 450, 190],
    [1605, 505, 240],
  ] as const;
  for (const [x, y, w] of row) {
    at.rect(
      x,
      y,
      w,
      330,
      at.fade([at.pick(['#f5efe0', '#efe2c8', '#f3e9d8', '#ead6b3']), '#d9c7a6']),
    );
    at.shape(
      [
        [x - 12, y + 8],
        [x + 16, y - 34],
        [x + w - 16, y - 34],
        [x + w + 12, y + 8],
      ],
      at.fade(['#b8694a', '#93513a']),
    );
    at.strokes([x, y - 30, w - 40, 30], ['#d58a64', '#7d432f'], 24, {
      length: 50,
      width: 5,
      opacity: 0.4,
    });
    for (const column of [0.22, 0.62]) {
      const wx = x + w * column;
      at.rect(wx, y + 60, 34, 60, at.pick(['#4c6a70', '#5d6f55', '#6b5140']));
      at.rect(wx - 8, y + 60, 10, 60, '#8fa395');
      at.rect(wx + 32, y + 60, 10, 60, '#8fa395');
      at.rect(wx - 10, y + 122, 56, 8, '#8c7a5f');
      for (let n = 0; n < 9; n += 1)
        at.oval(
          wx + at.between(-8, 46),
          y + 118 + at.between(-8, 8),
          7,
          6,
          at.pick(['#c2453c', '#5f7f4d', '#d97c8a']),
        );
    }
    at.shape(
      [
        [x + w - 30, y + 8],
        [x + w, y + 8],
        [x + w, y + 330],
        [x + w - 30, y + 330],
      ],
      '#8c7a66',
      { opacity: 0.25 },
    );
  }
}

function stall(at: Painting, x: number, stripes: readonly [string, string]): void {
  for (const post of [x + 30, x + 690]) at.rect(post, 520, 14, 460, '#7a5b3d');
  at.figure(x + 360, 930, 290, at.pick(['#3f5a66', '#7d4a3c']), { head: '#b98a68' });
  at.rect(x + 20, 850, 700, 130, at.fade(['#8c6a47', '#6b4d33']));
  for (let n = 0; n < 14; n += 1)
    at.line(
      [
        [x + 40 + n * 50, 858],
        [x + 40 + n * 50, 976],
      ],
      '#4d3725',
      4,
      { opacity: 0.5 },
    );
  at.shape(
    [
      [x + 10, 830],
      [x + 730, 830],
      [x + 750, 862],
      [x - 10, 862],
    ],
    '#a98259',
  );
  goods(at, x);
  for (let n = 0; n < 12; n += 1) {
    const left = x - 30 + n * 65;
    at.shape(
      [
        [left + 18, 470],
        [left + 78, 470],
        [left + 65, 590],
        [left, 590],
      ],
      stripes[n % 2] ?? stripes[0],
    );
    at.path(`M${left} 588 h65 v16 q-32 36 -65 0Z`, stripes[n % 2] ?? stripes[0]);
  }
  at.shape(
    [
      [x - 30, 570],
      [x + 750, 570],
      [x + 750, 606],
      [x - 30, 606],
    ],
    '#3f3128',
    { opacity: 0.16 },
  );
  at.shape(
    [
      [x + 20, 610],
      [x + 720, 610],
      [x + 700, 690],
      [x + 40, 690],
    ],
    '#3a2f2a',
    { opacity: 0.18, blur: 9 },
  );
}

function goods(at: Painting, x: number): void {
  for (let n = 0; n < 5; n += 1) {
    const left = x + 30 + n * 140;
    if (n === 1 || n === 4) {
      for (let bottle = 0; bottle < 5; bottle += 1) {
        const bx = left + bottle * 24;
        const glass = at.pick(['#6f7a35', '#8c8f3d', '#5d6b33', '#b1a044']);
        at.path(
          `M${bx} 838 V772 Q${bx} 760 ${bx + 7} 756 V728 H${bx + 13} V756 Q${bx + 20} 760 ${bx + 20} 772 V838Z`,
          glass,
        );
        at.rect(bx + 5, 720, 10, 12, '#3f2f24');
        at.rect(bx + 2, 786, 16, 28, '#f2ead2');
      }
      continue;
    }
    at.shape(
      [
        [left, 800],
        [left + 124, 800],
        [left + 116, 842],
        [left + 8, 842],
      ],
      '#9c7448',
    );
    at.line(
      [
        [left + 4, 818],
        [left + 120, 818],
      ],
      '#6b4d33',
      4,
      { opacity: 0.6 },
    );
    const fruit = at.pick(BASKETS);
    for (let n2 = 0; n2 < 46; n2 += 1) {
      const dx = at.between(6, 118);
      at.oval(
        left + dx,
        800 - at.random() * 26 * (1 - Math.abs(dx - 62) / 70),
        9,
        7,
        at.pick(fruit),
      );
    }
  }
}

function drum(at: Painting, x: number, y: number): void {
  at.oval(x + 24, y + 62, 120, 20, '#57493a', { opacity: 0.5, blur: 7 });
  at.rect(
    x - 72,
    y - 130,
    144,
    190,
    at.fade(['#75838a', '#d3dadb', '#a3afb3', '#5f6d74'], [0, 0], [1, 0]),
  );
  at.oval(x, y + 60, 72, 16, '#66747b');
  at.oval(x, y - 130, 72, 16, '#c3ccce');
  at.oval(x, y - 130, 56, 10, '#8c8a3d');
  for (const ring of [-80, -10])
    at.line(
      [
        [x - 72, y + ring],
        [x + 72, y + ring],
      ],
      '#77858b',
      6,
    );
  at.rect(x + 66, y + 16, 42, 12, '#b98f4a');
  at.path(
    `M${x + 88} ${y + 100} V${y + 58} Q${x + 88} ${y + 50} ${x + 94} ${y + 48} V${y + 32} h10 V${y + 48} q6 2 6 10 V${y + 100}Z`,
    '#9a983f',
  );
  at.line(
    [
      [x + 99, y + 28],
      [x + 99, y + 80],
    ],
    '#d9c95c',
    5,
  );
}

function tree(at: Painting): void {
  at.path(
    'M1720 1240 C1730 1000 1690 800 1740 560 L1775 570 C1760 800 1790 1020 1800 1240Z',
    '#6d5540',
  );
  at.line(
    [
      [1748, 640],
      [1660, 470],
    ],
    '#6d5540',
    18,
  );
  for (let n = 0; n < 330; n += 1) {
    const angle = at.between(0, 6.3);
    const reach = Math.sqrt(at.random());
    at.oval(
      1740 + Math.cos(angle) * reach * 260,
      330 + Math.sin(angle) * reach * 230,
      at.between(14, 34),
      at.between(9, 20),
      at.pick(['#4f6b40', '#6b8a4f', '#3d5636', '#8aa365']),
      { opacity: 0.8 },
    );
  }
  for (let n = 0; n < 46; n += 1) {
    const angle = at.between(0, 6.3);
    const reach = Math.sqrt(at.random());
    at.oval(
      1740 + Math.cos(angle) * reach * 230,
      340 + Math.sin(angle) * reach * 205,
      13,
      13,
      at.pick(['#e08a2e', '#f0a544', '#d67524']),
    );
  }
}
