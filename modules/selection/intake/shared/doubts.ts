/** From here a cell needs no second look. */
export const SURE = 0.9

/** Whether somebody has to look at a cell that was read. */
export const isDoubtful = ({ confidence }: { confidence: number }): boolean => confidence < SURE
