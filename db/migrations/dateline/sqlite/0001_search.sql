CREATE VIRTUAL TABLE `story_search` USING fts5(
  story_id UNINDEXED,
  headline,
  standfirst,
  body,
  names,
  tokenize = "unicode61 remove_diacritics 2"
);
