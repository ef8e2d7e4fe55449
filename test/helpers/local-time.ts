/** A moment by the clock of this PC, wherever the tests run (milliseconds). */
export const localAt = (day: string, time: string): number => new Date(`${day}T${time}:00`).getTime()
