import type { CorrectionKind } from '#features/stories/views.ts';

/** What a correction is called in the language of its story. */
const WORDS: Record<string, Record<CorrectionKind, string>> = {
  en: {
    correction: 'Correction',
    clarification: 'Clarification',
    update: 'Update',
    withdrawal: 'Withdrawal',
  },
  fr: {
    correction: 'Rectificatif',
    clarification: 'Précision',
    update: 'Mise à jour',
    withdrawal: 'Retrait',
  },
  de: {
    correction: 'Korrektur',
    clarification: 'Klarstellung',
    update: 'Aktualisierung',
    withdrawal: 'Rücknahme',
  },
  es: {
    correction: 'Corrección',
    clarification: 'Aclaración',
    update: 'Actualización',
    withdrawal: 'Retirada',
  },
  it: {
    correction: 'Correzione',
    clarification: 'Precisazione',
    update: 'Aggiornamento',
    withdrawal: 'Ritiro',
  },
  pt: {
    correction: 'Correção',
    clarification: 'Esclarecimento',
    update: 'Atualização',
    withdrawal: 'Retirada',
  },
  nl: {
    correction: 'Correctie',
    clarification: 'Verduidelijking',
    update: 'Aanvulling',
    withdrawal: 'Intrekking',
  },
  pl: {
    correction: 'Sprostowanie',
    clarification: 'Wyjaśnienie',
    update: 'Aktualizacja',
    withdrawal: 'Wycofanie',
  },
  ru: {
    correction: 'Исправление',
    clarification: 'Уточнение',
    update: 'Дополнение',
    withdrawal: 'Отзыв публикации',
  },
  uk: {
    correction: 'Виправлення',
    clarification: 'Уточнення',
    update: 'Доповнення',
    withdrawal: 'Відкликання публікації',
  },
  kk: {
    correction: 'Түзету',
    clarification: 'Нақтылау',
    update: 'Толықтыру',
    withdrawal: 'Жарияланымды қайтарып алу',
  },
  tr: {
    correction: 'Düzeltme',
    clarification: 'Açıklama',
    update: 'Güncelleme',
    withdrawal: 'Geri çekme',
  },
  ar: { correction: 'تصحيح', clarification: 'توضيح', update: 'تحديث', withdrawal: 'سحب' },
  fa: { correction: 'تصحیح', clarification: 'توضیح', update: 'به‌روزرسانی', withdrawal: 'پس‌گرفتن' },
  he: { correction: 'תיקון', clarification: 'הבהרה', update: 'עדכון', withdrawal: 'הסרה' },
  ur: { correction: 'تصحیح', clarification: 'وضاحت', update: 'تازہ کاری', withdrawal: 'واپسی' },
  hi: { correction: 'सुधार', clarification: 'स्पष्टीकरण', update: 'अद्यतन', withdrawal: 'वापसी' },
  zh: { correction: '更正', clarification: '说明', update: '更新', withdrawal: '撤回' },
  ja: { correction: '訂正', clarification: '補足説明', update: '更新', withdrawal: '撤回' },
  ko: { correction: '정정', clarification: '설명', update: '업데이트', withdrawal: '철회' },
};

const ENGLISH = WORDS.en as Record<CorrectionKind, string>;

export function correctionWord(kind: CorrectionKind, language: string): string {
  return (WORDS[language] ?? WORDS[language.split('-')[0] ?? ''] ?? ENGLISH)[kind];
}
