/** How a CARC or RARC is written. */
export const CODE_SHAPE = /^[A-Z0-9]{1,5}$/;
export const NO_CODE = 'A code is one to five capital letters and digits, like 242 or N130.';
