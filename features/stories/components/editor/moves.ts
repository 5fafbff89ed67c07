import type { Buttons, DeskAct, EditorView } from '#features/stories/views.ts';

export type MoveName = Exclude<DeskAct, 'write' | 'move' | 'share'>;

/** What can be sent to the server: the moves, and what is done with one of a story's corrections. */
export type ActName = MoveName | 'take back correction';

/** What a move asks before it is made. */
export type Question = 'nothing' | 'sure' | 'note' | 'reason' | 'moment' | 'correction';

type MoveWords = {
  label: string;
  question: Question;
  /** What the editor says when it is done. */
  done: string;
  /** True if it is about the text, so that what is unsaved is saved first. */
  ofText: boolean;
};

export function wordsOf(name: ActName, view: EditorView): MoveWords {
  const isLive = view.state === 'live' || view.state === 'live with changes';
  const notYet = view.state === 'scheduled' ? 'Publish now' : 'Publish';
  switch (name) {
    case 'submit':
      return {
        label: 'Send for review',
        question: 'note',
        done: 'Sent for review.',
        ofText: true,
      };
    case 'take back':
      return { label: 'Take back', question: 'nothing', done: 'Taken back.', ofText: false };
    case 'return':
      return {
        label: 'Return to the writer',
        question: 'note',
        done: 'Returned to the writer.',
        ofText: false,
      };
    case 'approve':
      return { label: 'Approve', question: 'nothing', done: 'Approved.', ofText: true };
    case 'take approval back':
      return {
        label: 'Take the approval back',
        question: 'nothing',
        done: 'It is not approved any more.',
        ofText: false,
      };
    case 'publish':
      return {
        label: isLive ? 'Publish changes' : notYet,
        question: 'nothing',
        done: 'Published.',
        ofText: true,
      };
    case 'schedule':
      return {
        label: isLive ? 'Publish changes at…' : 'Publish at…',
        question: 'moment',
        done: 'Scheduled.',
        ofText: true,
      };
    case 'cancel schedule':
      return {
        label: 'Cancel the schedule',
        question: 'nothing',
        done: 'Nothing is scheduled any more.',
        ofText: false,
      };
    case 'take down':
      return {
        label: 'Take down at…',
        question: 'moment',
        done: 'The take-down is planned.',
        ofText: false,
      };
    case 'cancel take down':
      return {
        label: 'Cancel the take-down',
        question: 'nothing',
        done: 'Readers keep the story.',
        ofText: false,
      };
    case 'embargo':
      return {
        label: view.plans.embargo ? 'Change the embargo…' : 'Embargo until…',
        question: 'moment',
        done: 'It is under embargo.',
        ofText: true,
      };
    case 'lift embargo':
      return {
        label: 'Lift the embargo…',
        question: 'sure',
        done: 'The embargo is lifted.',
        ofText: false,
      };
    case 'withdraw':
      return {
        label: 'Withdraw…',
        question: 'reason',
        done: 'Withdrawn: readers do not see it any more.',
        ofText: false,
      };
    case 'correct':
      return {
        label: 'Add a correction…',
        question: 'correction',
        done: 'The correction is added.',
        ofText: true,
      };
    case 'take back correction':
      return {
        label: 'Take it back…',
        question: 'reason',
        done: 'The correction is taken back.',
        ofText: false,
      };
    case 'comments':
      return {
        label: view.commentsOpen ? 'Close comments' : 'Open comments',
        question: 'nothing',
        done: view.commentsOpen ? 'Comments are closed.' : 'Comments are open.',
        ofText: false,
      };
  }
}

/** What a person can do, given whether something is unsaved: a move about the text saves it first. */
export function buttonsNow({ buttons, afterSave }: EditorView, unsaved: boolean): Buttons {
  return unsaved ? { ...afterSave, withdraw: buttons.withdraw, correct: buttons.correct } : buttons;
}

/** The one act that is offered large: publishing for whoever may, else sending for review. */
export function primaryMove(now: Buttons): MoveName {
  const { publish } = now;
  return !publish.allowed && publish.because === 'role' ? 'submit' : 'publish';
}

const ORDER: readonly MoveName[] = [
  'submit',
  'take back',
  'approve',
  'take approval back',
  'return',
  'publish',
  'schedule',
  'cancel schedule',
  'correct',
  'embargo',
  'lift embargo',
  'take down',
  'cancel take down',
  'withdraw',
  'comments',
];

/** The other moves, in the order of a story's life. What is done already is not offered at all. */
export function otherMoves(now: Buttons, view: EditorView): MoveName[] {
  const primary = primaryMove(now);
  return ORDER.filter((name) => {
    if (name === primary) return false;
    if (name === 'cancel schedule') return view.plans.publication !== null;
    if (name === 'schedule') return view.plans.publication === null;
    if (name === 'cancel take down') return view.plans.takeDown !== null;
    if (name === 'take down') return view.plans.takeDown === null && isToBeRead(view);
    if (name === 'take approval back') return now[name].allowed;
    if (name === 'correct') return view.publicPath !== null;
    if (name === 'lift embargo') return view.plans.embargo !== null;
    if (name === 'take back' || name === 'return') return view.submission !== null;
    return name !== 'comments' || view.id !== '';
  });
}

/** True if readers have the story, or are to have it. */
function isToBeRead({ state }: EditorView): boolean {
  return state === 'scheduled' || state === 'live' || state === 'live with changes';
}
