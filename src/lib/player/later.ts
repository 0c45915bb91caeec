import ClosingScreen from './ClosingScreen.svelte';
import ConflictDialog from './ConflictDialog.svelte';
import Debrief from './Debrief.svelte';
import Feedback from './Feedback.svelte';
import ReaderDialog from './ReaderDialog.svelte';
import ScriptScreen from './ScriptScreen.svelte';
import Task from './Task.svelte';
import Writing from './Writing.svelte';

/** What nobody needs before the first decision: fetched while the learner reads on. */
export const later = { ClosingScreen, ConflictDialog, Debrief, Feedback, ReaderDialog, ScriptScreen, Task, Writing };
