/**
 * A day in words, such as "22 November 2026".
 * @param day `YYYY-MM-DD`, or an ISO time of which the day counts; anything else is shown as it stands
 */
export function dayInWords(day: string, language: string): string {
	const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
	if (Number.isNaN(date.getTime())) return day;
	// English is used all over the world; of its ways to write a day, day before month is the commoner.
	const locale = language === 'en' ? 'en-GB' : language;
	return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
