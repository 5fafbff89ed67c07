'use client';

import { Dialog } from '#components/controls/dialog.tsx';

type Keys = [what: string, keys: string][];

const GROUPS: [title: string, keys: Keys][] = [
  [
    'Everywhere',
    [
      ['Save', 'Ctrl S'],
      ['Find and replace', 'Ctrl F'],
      ['Comment on what is selected', 'Ctrl Alt M'],
      ['These keys', 'Ctrl /'],
    ],
  ],
  [
    'Words',
    [
      ['Bold', 'Ctrl B'],
      ['Italic', 'Ctrl I'],
      ['Link', 'Ctrl K'],
      ['Another line in the same paragraph', 'Shift Enter'],
      ['Undo, redo', 'Ctrl Z, Ctrl Shift Z'],
    ],
  ],
  [
    'Blocks',
    [
      ['Everything that can be put in', '/'],
      ['Heading, subheading', 'Ctrl Alt 2, Ctrl Alt 3'],
      ['Numbers, bullets', 'Ctrl Shift 7, Ctrl Shift 8'],
      ['Quote', 'Ctrl Shift B'],
      ['To the fields of a quote, picture or box', 'Tab'],
      ['Out of a block, into the text after it', 'Ctrl Enter'],
      ['Mark the block', 'Esc'],
      ['Move the block', 'Alt ↑, Alt ↓'],
      ['Remove the block', 'Ctrl Shift ⌫'],
      ['To the tools above the text', 'Alt F10'],
    ],
  ],
  [
    'In a table',
    [
      ['Next cell, cell before', 'Tab, Shift Tab'],
      ['Out of the table', 'Ctrl Enter'],
    ],
  ],
  [
    'Signs at the beginning of a line',
    [
      ['Heading, subheading', '## , ###'],
      ['Bullets, numbers', '- , 1.'],
      ['Quote', '>'],
      ['Divider', '---'],
    ],
  ],
  [
    'Signs around words',
    [
      ['Bold, italic', '**words**, *words*'],
      ['Link', '[words](address)'],
    ],
  ],
];

/** All that the keyboard can do in the editor. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <Dialog title="Keys" wide onClose={onClose}>
      <div className="keys">
        {GROUPS.map(([title, keys]) => (
          <section key={title} aria-label={title}>
            <h3 className="text-label">{title}</h3>
            <dl>
              {keys.map(([what, each]) => (
                <div key={what}>
                  <dt>{what}</dt>
                  <dd>
                    {each.split(', ').map((one) => (
                      <kbd key={one}>
                        {mac ? one.replace('Ctrl', '⌘').replace('Alt', '⌥') : one}
                      </kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
