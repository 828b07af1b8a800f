import koffi from "koffi";

/** A pointer of the C library. */
export type Handle = unknown;

/** The functions of PocketSphinx 5prealpha (Debian's libpocketsphinx3 and libsphinxbase3) that are used here. */
export type SphinxLibrary = ReturnType<typeof openSphinxLibrary>;

/** Binds the shared libraries; their own log goes nowhere. @throws Error when they are not installed */
export function openSphinxLibrary() {
  const base = koffi.load("libsphinxbase.so.3");
  const sphinx = koffi.load("libpocketsphinx.so.3");
  base.func("err_set_logfp", "void", ["void *"])(null);
  return {
    parseConfig: base.func("cmd_ln_parse_r", "void *", ["void *", "void *", "int", "str *", "int"]),
    freeConfig: base.func("cmd_ln_free_r", "int", ["void *"]),
    setFloat: base.func("cmd_ln_set_float_r", "void", ["void *", "str", "double"]),
    setInteger: base.func("cmd_ln_set_int_r", "void", ["void *", "str", "long"]),
    newLogMath: base.func("logmath_init", "void *", ["double", "int", "int"]),
    readModel: base.func("ngram_model_read", "void *", ["void *", "str", "int", "void *"]),
    writeModel: base.func("ngram_model_write", "int", ["void *", "str", "int"]),
    arguments: sphinx.func("ps_args", "void *", []),
    init: sphinx.func("ps_init", "void *", ["void *"]),
    free: sphinx.func("ps_free", "int", ["void *"]),
    config: sphinx.func("ps_get_config", "void *", ["void *"]),
    startStream: sphinx.func("ps_start_stream", "int", ["void *"]),
    startUtterance: sphinx.func("ps_start_utt", "int", ["void *"]),
    process: sphinx.func("ps_process_raw", "int", ["void *", "int16_t *", "size_t", "int", "int"]),
    endUtterance: sphinx.func("ps_end_utt", "int", ["void *"]),
    hypothesis: sphinx.func("ps_get_hyp", "str", ["void *", koffi.out(koffi.pointer("int32_t"))]),
    frames: sphinx.func("ps_get_n_frames", "int", ["void *"]),
    nBest: sphinx.func("ps_nbest", "void *", ["void *"]),
    nBestNext: sphinx.func("ps_nbest_next", "void *", ["void *"]),
    nBestHypothesis: sphinx.func("ps_nbest_hyp", "str", ["void *", koffi.out(koffi.pointer("int32_t"))]),
    nBestFree: sphinx.func("ps_nbest_free", "void", ["void *"]),
    setModel: sphinx.func("ps_set_lm_file", "int", ["void *", "str", "str"]),
    setGrammar: sphinx.func("ps_set_jsgf_string", "int", ["void *", "str", "str"]),
    setPhoneLoop: sphinx.func("ps_set_allphone_file", "int", ["void *", "str", "str"]),
    setSearch: sphinx.func("ps_set_search", "int", ["void *", "str"]),
  };
}
