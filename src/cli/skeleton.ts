/**
 * A module of four scenes that passes the check: two decisions, two endings. Comments say what to write over.
 * @param claim a claim of the evidence; without one nothing can be scored
 */
export function newModule(id: string, claim: string | undefined): string {
	const scored = (points: number) => (claim === undefined ? '' : `\n            score: { notice: ${points} }`);
	const debrief = (finding: string) =>
		claim === undefined
			? ''
			: `
        debrief:
          finding: ${finding}
          limits: Write how strong the evidence is, and where it ends.
          claims: [${claim}]           # from courses/evidence/claims.yaml`;
	const objectives =
		claim === undefined
			? 'objectives: {}'
			: 'objectives:                     # what the debrief groups its moments by\n  notice: { text: Notice what a colleague’s time is for, need: 2 }';
	// With nothing scored there is nothing to ask about: each choice leads to an ending of its own.
	const leadsTo = (ending: string) =>
		claim === undefined
			? ` ${ending}`
			: `
              - { when: score notice >= 2, to: a-good-day }
              - { to: a-long-day }`;
	return `# yaml-language-server: $schema=../module.schema.json
id: ${id}
title: A name for the story
summary: One sentence that says what it is about.
you_are: Alex, a nurse in their first week
minutes: 3
content_notes: []               # such as: { topic: distress, note: Somebody cries. }
start: arrival                  # the first scene

${objectives}

cast:                           # people of this module; those in course.yaml are there anyway
  jo:
    name: Jo Lindqvist
    role: "{setting: peer-role-title}"
    portrait: { head: bun, skin: tan, hair: brown, clothing: sea }

chapters:
  - id: morning
    title: Ten past nine
    part: 1
    scenes:
      arrival:                  # a decision: it has choices
        title: An empty row
        who: { jo: calm }
        text: |
          It is your second day. On the wall hangs the list for the week, and Jo’s row is white from nine to twelve.
          Two people still need somebody to go with them to the pharmacy. Jo is in the kitchen with a cup of tea and
          somebody you have not met yet.
        choices:
          ask-jo:
            say: Ask Jo what the white row is for.
            to: pharmacy${scored(2)}
            move: ask           # what kind of move this is: ask, act or wait
          write-jo-in:
            say: Write Jo’s name beside both, since the row is free.
            to: pharmacy${scored(0)}
            move: act${debrief('Write what the research found, in one or two plain sentences of your own.')}

  - id: later                   # a new part is a natural place to stop
    title: Eleven past nine
    part: 2
    scenes:
      pharmacy:
        title: Two people with their coats on
        who: { jo: explaining }
        text: |
          Jo has seen you look at the list. Both people stand at the door with their coats on, and one of them has
          started to button hers wrongly. It is eleven minutes past nine. The bus goes at twenty past, and the next one
          goes in an hour.
        choices:
          wait:
            say: Wait for the morning meeting, and bring it up there.
            to:${leadsTo('a-long-day')}${scored(0)}
            move: wait
          go-along:
            say: Take your own coat and go with them.
            to:${leadsTo('a-good-day')}${scored(2)}
            move: act${debrief('Write the finding for this moment.')}

endings:                        # two to four; they differ because of what the learner did
  a-good-day:
    title: The ten past twelve
    text: |
      You are back at ten past twelve with two paper bags and a story about the bus driver. Jo has kept you some soup.
      “White means somebody can come in,” says Jo, and moves over on the bench. The row on the wall is still white. Now
      you can read it.
  a-long-day:
    title: Somebody’s name
    text: |
      In the evening the list is full, and most of the names on it are Jo’s. Nobody had asked. Jo signs off every one of
      them and leaves ten minutes late. On the way out Jo wishes you a good evening, as everybody does, and does not stop.

script: [arrival/ask-jo, pharmacy/go-along]     # the way that “read it as a script” shows
reflection:
  ask: Whose time looks empty where you work, and is not?
next_shift: Ask one colleague what their empty hour is for.
`;
}

/** A course with one module. */
export function newCourse(id: string, module: string): string {
	return `# yaml-language-server: $schema=../course.schema.json
id: ${id}
title: A name for the course
language: en
version: "1.0"
summary: One sentence that says what it is about.
audience: Who it is for
modules: [${module}]
reviewed: []                    # a peer worker’s review of one module at one revision; never invent one
`;
}
