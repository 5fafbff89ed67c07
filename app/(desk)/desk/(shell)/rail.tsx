import { Palette } from '#app/(desk)/desk/(shell)/palette.tsx';
import { Icon, type IconName } from '#components/controls/icon.tsx';
import { NavLink } from '#components/controls/nav-link.tsx';
import { can as canWithAudit } from '#features/audit/policy.ts';
import { seesFronts } from '#features/fronts/policy.ts';
import { can as canWithMedia } from '#features/media/policy.ts';
import type { Staff } from '#features/people/actor.ts';
import { SignOutButton } from '#features/people/components/sign-out-button.tsx';
import { can as canWithPeople } from '#features/people/policy.ts';
import { plans } from '#features/planning/policy.ts';
import { can as canWithSettings } from '#features/settings/policy.ts';
import {
  accountPath,
  deskAuditPath,
  deskCommentsPath,
  deskFrontsPath,
  deskPeoplePath,
  deskPicturesPath,
  deskSchedulePath,
  deskSettingsPath,
  deskStoriesPath,
  frontPath,
  mentionsPath,
  newStoryPath,
  planningPath,
} from '#lib/paths.ts';

type Place = { to: string; name: string; icon: IconName; except?: string; waiting?: number };

/** What this person can go to: nobody is shown a door that is shut for them. */
function places(staff: Staff, waiting: number | null, mentions: number): Place[] {
  const writes = staff.grants.some((grant) => grant.role !== 'moderator');
  const all: (Place | false)[] = [
    { to: deskStoriesPath(), name: 'Stories', icon: 'stories', except: newStoryPath() },
    writes && { to: newStoryPath(), name: 'New story', icon: 'write' },
    plans(staff) && { to: planningPath(), name: 'Planning', icon: 'planning' },
    seesFronts(staff) && { to: deskFrontsPath(), name: 'Fronts', icon: 'front' },
    writes && { to: deskSchedulePath(), name: 'Schedule', icon: 'schedule' },
    writes && { to: mentionsPath(), name: 'Mentions', icon: 'mentions', waiting: mentions },
    waiting !== null && { to: deskCommentsPath(), name: 'Comments', icon: 'comments', waiting },
    canWithMedia(staff, 'see').ok && { to: deskPicturesPath(), name: 'Pictures', icon: 'pictures' },
    canWithPeople(staff, 'see staff').ok && {
      to: deskPeoplePath(),
      name: 'People',
      icon: 'people',
    },
    canWithAudit(staff, 'read').ok && { to: deskAuditPath(), name: 'Audit log', icon: 'audit' },
    canWithSettings(staff, 'change').ok && {
      to: deskSettingsPath(),
      name: 'Settings',
      icon: 'settings',
    },
  ];
  return all.filter((place) => place !== false);
}

/** What stands in the bar of a phone, those that are used most first; the rest is behind "More". */
const NEAREST = [
  deskStoriesPath(),
  newStoryPath(),
  deskCommentsPath(),
  mentionsPath(),
  planningPath(),
  deskPicturesPath(),
];
const IN_BAR = 4;
const ALL = 'desk-places';

export function Rail({
  staff,
  siteName,
  waiting,
  mentions,
}: {
  staff: Staff;
  siteName: string;
  /** How many comments wait; null for whoever does not moderate. */
  waiting: number | null;
  /** How often this person was called and has not looked. */
  mentions: number;
}) {
  const all = places(staff, waiting, mentions);
  const near = NEAREST.flatMap((path) => all.find(({ to }) => to === path) ?? []).slice(0, IN_BAR);
  const news = all.some((place) => place.waiting && !near.includes(place));
  return (
    <header className="rail">
      <a href={frontPath()} className="rail-name">
        {siteName}
      </a>
      <Palette places={all.map(({ to, name, icon }) => ({ to, name, icon }))} />
      <nav aria-label="Most used" className="rail-bar">
        <PlaceList places={near} />
        <button type="button" popoverTarget={ALL} className="rail-link">
          <Icon name="menu" />
          <span>More</span>
          {news && (
            <span className="count">
              <span className="sr-only">, with something new</span>
            </span>
          )}
        </button>
      </nav>
      <div id={ALL} popover="auto" className="rail-places">
        <nav aria-label="Desk">
          <PlaceList places={all} />
        </nav>
        <div className="rail-person">
          <NavLink to={accountPath()} className="rail-link">
            <span>{staff.name}</span>
          </NavLink>
          <SignOutButton className="rail-link" />
        </div>
      </div>
    </header>
  );
}

function PlaceList({ places }: { places: readonly Place[] }) {
  return (
    <ul>
      {places.map(({ to, name, icon, except, waiting: count }) => (
        <li key={to}>
          <NavLink to={to} className="rail-link" {...(except ? { except } : {})}>
            <Icon name={icon} />
            <span>{name}</span>
            {count !== undefined && count > 0 && (
              <span className="count">
                {count}
                <span className="sr-only"> {to === mentionsPath() ? 'new' : 'waiting'}</span>
              </span>
            )}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}
